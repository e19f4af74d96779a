import { createChunker } from '@assay/retrieval'
import { RecursiveChunker, SentenceChunker, TokenChunker } from '@chonkiejs/core'
import {
  CharacterTextSplitter,
  MarkdownTextSplitter,
  RecursiveCharacterTextSplitter,
  type TextSplitter,
} from '@langchain/textsplitters'
import { countTokens, decode, encode } from 'gpt-tokenizer/encoding/cl100k_base'
import { Document, SentenceSplitter, TokenTextSplitter } from 'llamaindex'

export type Piece = {
  readonly text: string
  /** Where the system says that it begins; absent where it says nothing. */
  readonly start?: number | undefined
  /** Whether it comes with the headings above it; absent where the system knows none. */
  readonly path?: readonly string[]
}

export type System = {
  readonly name: string
  /** How much of the text is given to it, so that a slow system ends. */
  readonly share: number
  readonly chunk: (text: string, maxTokens: number) => Promise<readonly Piece[]>
}

const asText = { disallowedSpecial: new Set<string>() }
const count = (text: string) => countTokens(text, asText)
/** The same tokenizer for all: gpt-tokenizer's cl100k_base. */
const tokenizer = {
  encode: (text: string) => encode(text, asText),
  decode: (tokens: number[]) => decode(tokens),
  decodeBatch: (batch: number[][]) => batch.map((tokens) => decode(tokens)),
  countTokens: count,
}
const nothing = () => undefined

const assay = (kind: 'tokens' | 'sentence' | 'markdown' | 'code'): System => ({
  name: `Assay ${kind}`,
  share: 1,
  chunk: (text, maxTokens) => createChunker({ kind, maxTokens, overlapTokens: 0 }).chunk(text),
})

type LangchainClass = new (fields: {
  chunkSize: number
  chunkOverlap: number
  lengthFunction: (text: string) => number
}) => TextSplitter

const langchain = (Splitter: LangchainClass): System => ({
  name: `@langchain/textsplitters ${Splitter.name}`,
  share: 1,
  chunk: async (text, chunkSize) => {
    const pieces = await new Splitter({ chunkSize, chunkOverlap: 0, lengthFunction: count }).splitText(text)
    return pieces.map((piece) => ({ text: piece }))
  },
})

type ChonkieClass = {
  readonly name: string
  create: (options: { tokenizer: never; chunkSize: number }) => Promise<{
    chunk: (text: string) => Promise<readonly { text: string; startIndex: number }[]>
  }>
}

const chonkie = (Chunker: ChonkieClass, share: number): System => ({
  name: `@chonkiejs/core ${Chunker.name}`,
  share,
  chunk: async (text, chunkSize) => {
    // Its class has more members than it calls.
    const chunker = await Chunker.create({ tokenizer: tokenizer as never, chunkSize })
    return (await chunker.chunk(text)).map((piece) => ({ text: piece.text, start: piece.startIndex }))
  },
})

type LlamaClass = typeof SentenceSplitter | typeof TokenTextSplitter

const llamaindex = (Splitter: LlamaClass, share: number): System => ({
  name: `llamaindex ${Splitter.name}`,
  share,
  chunk: async (text, chunkSize) => {
    const logger = { log: nothing, warn: nothing, error: nothing, debug: nothing }
    const splitter = new Splitter({
      chunkSize,
      chunkOverlap: 0,
      tokenizer: tokenizer as never,
      logger: logger as never,
    })
    const nodes = await splitter.getNodesFromDocuments([new Document({ text })])
    return nodes.map((node) => ({
      text: 'text' in node ? String(node.text) : '',
      start: 'startCharIdx' in node ? Number(node.startCharIdx) : undefined,
    }))
  },
})

export const systems: readonly System[] = [
  assay('tokens'),
  assay('sentence'),
  assay('markdown'),
  assay('code'),
  langchain(CharacterTextSplitter),
  langchain(RecursiveCharacterTextSplitter),
  langchain(MarkdownTextSplitter),
  llamaindex(SentenceSplitter, 0.1),
  llamaindex(TokenTextSplitter, 0.25),
  chonkie(SentenceChunker, 1),
  chonkie(RecursiveChunker, 1),
  chonkie(TokenChunker, 0.25),
]
