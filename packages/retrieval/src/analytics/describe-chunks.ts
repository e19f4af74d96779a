import type { MeasuredChunk } from '../chunkers/pack-chunks.ts'
import { isSentenceEnd } from '../chunkers/sentence-end.ts'
import { trimBlanks, unitsOf } from '../tokens/character-classes.ts'
import { type Distribution, describe } from './distribution.ts'

/** How some texts were cut; shares are of 0 to 1, and null where there is nothing to share. */
export type ChunkShape = {
  readonly chunks: number
  readonly tokens: Distribution | null
  /** Of the characters that are not blank: in some chunk. */
  readonly coverage: number | null
  /** Of the characters that are not blank: in more than one chunk. */
  readonly repeated: number | null
  /** Of the chunks: end where a sentence, a paragraph or a list item does. */
  readonly endsWhole: number | null
  /** Of the chunks: stand under a heading, in a file or in a definition. */
  readonly placed: number | null
}

export type CutText = { readonly text: string; readonly chunks: readonly MeasuredChunk[] }

/** One reading of the texts and of their chunks. */
export const describeChunks = (cuts: readonly CutText[]): ChunkShape => {
  const chunks = cuts.flatMap((cut) => cut.chunks)
  let visible = 0
  let covered = 0
  let repeated = 0
  let endsWhole = 0
  for (const { text, chunks: own } of cuts) {
    const units = unitsOf(text)
    const times = new Uint8Array(text.length)
    for (const { start, end } of own) {
      for (let at = start; at < end; at += 1) times[at] = Math.min(2, (times[at] ?? 0) + 1)
      if (isSentenceEnd(units, trimBlanks(units, start, end))) endsWhole += 1
    }
    for (const { index } of text.matchAll(/\S/g)) {
      visible += 1
      covered += Math.min(1, times[index] ?? 0)
      repeated += times[index] === 2 ? 1 : 0
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  return {
    chunks: chunks.length,
    tokens: describe(Float64Array.from(chunks, ({ tokens }) => tokens)),
    coverage: share(covered, visible),
    repeated: share(repeated, visible),
    endsWhole: share(endsWhole, chunks.length),
    placed: share(chunks.filter(({ path }) => path.length > 0).length, chunks.length),
  }
}
