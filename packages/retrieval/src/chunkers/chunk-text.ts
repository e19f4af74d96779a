import { breakBefore } from './break-before.ts'

export type Chunk = {
  /** Counts from 0 without gaps. */
  readonly index: number
  /** UTF-16 offsets into the text that was chunked: `text === source.slice(start, end)`, exactly. */
  readonly start: number
  readonly end: number
  readonly text: string
}

type Size =
  /** A token is taken for 4 characters, the usual rule of thumb for English text and code. */
  | { readonly maxTokens: number; readonly maxCharacters?: never }
  | { readonly maxCharacters: number; readonly maxTokens?: never }

/** `overlap` has the unit of the size and is at most half of it. */
export type ChunkOptions = Size & { readonly overlap: number }

const charactersPerToken = 4
/** With two, an overlap of one would leave no room for the two halves of a surrogate pair. */
const leastCharacters = 3

/**
 * Cuts a text into chunks of at most the given size, each overlapping the one before by at most `overlap`.
 * Cuts fall at the end of a paragraph, else of a line, a sentence or a word, never inside a surrogate pair.
 * Every character that is not white space is in a chunk; stretches of nothing but white space make none.
 * @throws RangeError when the size or the overlap makes no sense.
 */
export const chunkText = (text: string, options: ChunkOptions): Chunk[] => {
  const { max, overlap } = inCharacters(options)
  const chunks: Chunk[] = []
  let start = 0
  while (start < text.length) {
    const end = start + max >= text.length ? text.length : breakBefore(text, start, start + max)
    const piece = text.slice(start, end)
    if (piece.trim() !== '') chunks.push({ index: chunks.length, start, end, text: piece })
    if (end === text.length) break
    start = nextStart(text, { start, end, overlap })
  }
  return chunks
}

const inCharacters = (options: ChunkOptions): { max: number; overlap: number } => {
  const unit = options.maxTokens === undefined ? 1 : charactersPerToken
  const max = (options.maxTokens ?? options.maxCharacters) * unit
  const overlap = options.overlap * unit
  if (!Number.isSafeInteger(max) || max < leastCharacters) {
    throw new RangeError(`A chunk must hold at least ${leastCharacters} characters; give a larger whole number`)
  }
  if (!Number.isSafeInteger(overlap) || overlap < 0 || overlap > max / 2) {
    throw new RangeError('The overlap must be a whole number from 0 to half the size of a chunk')
  }
  return { max, overlap }
}

/** Goes back by the overlap, then forward to the next word, and always beyond the last start. */
const nextStart = (text: string, chunk: { start: number; end: number; overlap: number }): number => {
  const back = Math.max(chunk.end - chunk.overlap, chunk.start + 1)
  const space = text.slice(back - 1, chunk.end).search(/\s\S/)
  const atWord = back >= chunk.end ? chunk.end : space < 0 ? back : back + space
  return isLowSurrogate(text, atWord) ? atWord + 1 : atWord
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
