import { inverseDocumentFrequency, standardBm25, termSaturation } from '../ranking/bm25.ts'
import { topDocuments } from '../ranking/top.ts'
import { readPostings } from './pack-postings.ts'

/** What is held in memory of a stored word index: 12 bytes a passage, over all segments one after another. */
export type StoredLengths = {
  readonly ids: Float64Array
  readonly lengths: Uint32Array
  readonly averageLength: number
}

/** A part of a term's postings; its places count from `start`. */
export type StoredPostings = { readonly start: number; readonly frequency: number; readonly postings: Uint8Array }

export type ScoredPassage = { readonly id: string; readonly score: number }

/**
 * BM25 (see docs/retrieval.md) of the best passages for a query's terms, each as often as it is asked for. The postings of
 * a term are all of its postings: frequencies, lengths and hence scores are those of the whole corpus.
 */
export const scoreStoredWords = (
  { ids, lengths, averageLength }: StoredLengths,
  query: Iterable<readonly [asked: number, postings: readonly StoredPostings[]]>,
  limit: number,
): ScoredPassage[] => {
  const scores = new Float64Array(ids.length)
  for (const [asked, parts] of query) {
    const frequency = parts.reduce((sum, part) => sum + part.frequency, 0)
    const weight = asked * inverseDocumentFrequency(ids.length, frequency)
    for (const { start, postings } of parts) {
      readPostings(postings, (place, count) => {
        const at = start + place
        const relative = averageLength > 0 ? (lengths[at] ?? 0) / averageLength : 1
        scores[at] = (scores[at] ?? 0) + weight * termSaturation(count, relative, standardBm25)
      })
    }
  }
  return topDocuments(scores, limit).map((at) => ({ id: String(ids[at] ?? 0), score: scores[at] ?? 0 }))
}
