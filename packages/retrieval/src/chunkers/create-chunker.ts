import type { Units } from '../tokens/character-classes.ts'
import { openScratch, type Scratch } from '../tokens/scratch.ts'
import { createTokenRuler } from '../tokens/token-ruler.ts'
import { codeStructure } from './code-structure.ts'
import { diffStructure } from './diff-structure.ts'
import { markdownStructure } from './markdown-structure.ts'
import { type MeasuredChunk, packChunks, type TokenBudget } from './pack-chunks.ts'
import { type EmbedTexts, semanticStructure } from './semantic-structure.ts'
import { sentenceStructure } from './sentence-structure.ts'
import { noStructure, type Structure } from './structure.ts'

export type ChunkerOptions = TokenBudget &
  (
    | { readonly kind: 'tokens' | 'sentence' | 'markdown' | 'code' | 'diff' }
    | { readonly kind: 'semantic'; readonly embed: EmbedTexts }
  )

export type Chunker = {
  readonly kind: ChunkerOptions['kind']
  readonly chunk: (text: string) => Promise<MeasuredChunk[]>
}

/**
 * All chunkers give what docs/chunking.md promises; they differ in where they cut.
 * @throws RangeError when the budget makes no sense.
 */
export const createChunker = (options: ChunkerOptions): Chunker => {
  checkBudget(options)
  return {
    kind: options.kind,
    chunk: async (text) => {
      const scratch = openScratch()
      const ruler = createTokenRuler(text, scratch)
      const structure = await structureOf({ text, units: ruler.units, scratch }, options)
      const chunks = packChunks(ruler, structure, options)
      scratch.release()
      return chunks
    },
  }
}

const structureOf = (
  { text, units, scratch }: { text: string; units: Units; scratch: Scratch },
  options: ChunkerOptions,
): Structure | Promise<Structure> => {
  switch (options.kind) {
    case 'tokens':
      return noStructure
    case 'sentence':
      return sentenceStructure(units)
    case 'markdown':
      return markdownStructure(text, units, scratch)
    case 'code':
      return codeStructure(text, units, scratch)
    case 'diff':
      return diffStructure(text, units)
    case 'semantic':
      return semanticStructure(text, units, options.embed)
  }
}

const checkBudget = ({ maxTokens, overlapTokens }: TokenBudget): void => {
  if (!Number.isSafeInteger(maxTokens) || maxTokens < 1) {
    throw new RangeError('A chunk must hold at least 1 token; give a larger whole number')
  }
  if (!Number.isSafeInteger(overlapTokens) || overlapTokens < 0 || overlapTokens >= maxTokens) {
    throw new RangeError('The overlap must be a whole number of tokens from 0 to less than those of a chunk')
  }
}
