import { loadWordPostings, type SearchDatabase } from '@assay/db/search'
import type { StoredPostings } from '@assay/retrieval/search'

/** Postings of words that are asked for again and again are read once; those asked least recently make room. */
const MOST_BYTES = 64 * 1_048_576

type Entry = { readonly parts: readonly StoredPostings[]; readonly bytes: number }

/** Reads the postings of terms from the segments of one state of a word index, which never change. */
export const cachePostings = (db: SearchDatabase, starts: ReadonlyMap<string, number>) => {
  const segmentIds = [...starts.keys()]
  const held = new Map<string, Entry>()
  let heldBytes = 0

  const keep = (term: string, entry: Entry): void => {
    held.set(term, entry)
    heldBytes += entry.bytes
    for (const [oldest, { bytes }] of held) {
      if (heldBytes <= MOST_BYTES || oldest === term) break
      held.delete(oldest)
      heldBytes -= bytes
    }
  }

  return async (terms: readonly string[]): Promise<ReadonlyMap<string, readonly StoredPostings[]>> => {
    const found = new Map<string, readonly StoredPostings[]>()
    for (const term of terms) {
      const entry = held.get(term)
      if (!entry) continue
      // A map keeps the order of adding: what was asked last goes to the end.
      held.delete(term)
      held.set(term, entry)
      found.set(term, entry.parts)
    }
    const missing = terms.filter((term) => !found.has(term))
    const rows = missing.length === 0 ? [] : await loadWordPostings(db, segmentIds, missing)
    for (const [term, own] of Map.groupBy(rows, (row) => row.term)) {
      const parts = own.map(({ segmentId, frequency, postings, blocks }) => ({
        start: starts.get(segmentId) ?? 0,
        frequency,
        postings,
        blocks,
      }))
      found.set(term, parts)
      keep(term, {
        parts,
        bytes: own.reduce((sum, { postings, blocks }) => sum + postings.byteLength + blocks.byteLength, 0),
      })
    }
    return found
  }
}
