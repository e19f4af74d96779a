import { repeatTitles } from '../ranking/repeat-titles.ts'
import { documentLengths } from '../ranking/search-index.ts'
import { indexPassages, type PassageText } from '../search/index-passages.ts'
import { packPostings } from './pack-postings.ts'

/** The words of a run of passages, to be stored: what BM25 needs to know of them. */
export type WordSegment = {
  /** In rising order; a passage's place is its place here. */
  readonly ids: readonly string[]
  /** In terms, those of titles twice. */
  readonly lengths: Uint32Array
  readonly terms: readonly WordPostings[]
}

export type WordPostings = {
  readonly term: string
  /** In how many passages it stands. */
  readonly frequency: number
  readonly postings: Uint8Array
  /** Of frequent terms: see `packPostings`. */
  readonly blocks: Uint32Array
}

/** As many digits as a whole number can have: then the order of letters, which indexes are in, is that of numbers. */
const DIGITS = 16

/** Indexes passages whose ids are whole numbers. */
export const buildWordSegment = (passages: readonly PassageText[]): WordSegment => {
  const padded = passages.map((passage) => ({ ...passage, id: passage.id.padStart(DIGITS, '0') }))
  const index = repeatTitles(indexPassages(padded))
  const lengths = documentLengths(index)
  const counts = Uint32Array.from(index.postingCounts)
  return {
    ids: index.ids.map((id) => String(Number(id))),
    lengths,
    terms: index.terms.map((term, number) => {
      const from = index.termStarts[number] ?? 0
      const to = index.termStarts[number + 1] ?? 0
      const own = { places: index.postingDocuments.subarray(from, to), counts: counts.subarray(from, to) }
      const { bytes, blocks } = packPostings(own, lengths)
      return { term, frequency: to - from, postings: bytes, blocks }
    }),
  }
}
