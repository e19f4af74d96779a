import type { ExtractedDocument } from '../extracted-document.ts'

/** More than this changes no ratio, and a book would hold up the process that asks. */
const MAX_CHARACTERS = 1_000_000

export type Prose = {
  readonly lines: readonly string[]
  /** The same without the marks of headings, lists and quotes. */
  readonly bareLines: readonly string[]
  readonly paragraphs: readonly string[]
  readonly words: readonly string[]
  readonly sentences: number
  readonly tables: readonly string[]
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]/gu

export const wordsOf = (text: string): string[] => text.match(WORD) ?? []

/** The parts of a document that measures look at: prose without code, tables apart. */
export function readProse({ text, blocks }: ExtractedDocument): Prose {
  const paragraphs: string[] = []
  const tables: string[] = []
  const lines: string[] = []
  let characters = 0
  for (const { kind, start, end } of blocks) {
    const body = text.slice(start, Math.min(end, start + MAX_CHARACTERS - characters))
    characters += body.length
    if (kind === 'table') tables.push(body)
    else if (kind !== 'code') {
      lines.push(...body.split('\n'))
      if (kind === 'paragraph' || kind === 'quote') paragraphs.push(body)
    }
    if (characters >= MAX_CHARACTERS) break
  }
  const prose = lines
    .map((line) => line.replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s/, ''))
    .filter((line) => line.trim() !== '')
  const joined = prose.join('\n')
  return {
    lines: lines.filter((line) => line.trim() !== ''),
    bareLines: prose,
    paragraphs,
    words: wordsOf(joined),
    sentences: Math.max(1, joined.match(SENTENCE_END)?.length ?? 1),
    tables,
  }
}
