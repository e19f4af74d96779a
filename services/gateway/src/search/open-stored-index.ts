import {
  hasTrigrams,
  loadFrequencies,
  loadPassagesById,
  loadWordSegments,
  nearestPassages,
  type SearchDatabase,
  type StoredWordSegment,
  termsLike,
  vectorsOf,
} from '@assay/db/search'
import { type MeaningMeasured, type StoredIndex, toPassage } from '@assay/retrieval/search'
import { frequencyTable } from './frequency-table.ts'
import { cachePostings } from './postings-cache.ts'

/** A model whose vectors are stored and indexed. */
type IndexedModel = {
  readonly id: string
  readonly dimensions: number
  readonly measured: MeaningMeasured | undefined
}

/** Passages that the vector index looks at: fewer are found sooner, and miss more of the nearest. */
const BREADTH = 200

/**
 * The word and vector indexes of a large workspace as they stand in the database: 12 bytes a passage are held here, and how
 * common the words of one segment are.
 */
export const openStoredIndex = async (
  db: SearchDatabase,
  workspace: string,
  model: IndexedModel | undefined,
): Promise<StoredIndex> => {
  const segments = await loadWordSegments(db, workspace)
  const byTrigrams = await hasTrigrams(db)
  const passages = segments.reduce((sum, { ids }) => sum + ids.length, 0)
  const ids = new Float64Array(passages)
  const lengths = new Uint32Array(passages)
  const starts = new Map<string, number>()
  let at = 0
  for (const segment of segments) {
    starts.set(segment.id, at)
    ids.set(segment.ids, at)
    lengths.set(segment.lengths, at)
    at += segment.ids.length
  }
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    lengths: { ids, lengths, averageLength: passages === 0 ? 0 : total / passages },
    postingsOf: cachePostings(db, starts),
    frequencyOf: await sampleFrequencies(db, segments),
    termsLike: (term) => termsLike(db, [...starts.keys()], term, { byTrigrams }),
    passages: async (wanted) => (await loadPassagesById(db, workspace, wanted)).map(toPassage),
    meaning: model && {
      nearest: async (vector, limit) =>
        (await nearestPassages(db, model, vector, { limit, breadth: BREADTH })).map(({ id, likeness }) => ({
          id,
          likeness,
        })),
      vectorsOf: (wanted) => vectorsOf(db, model.id, wanted),
      measured: model.measured,
    },
  }
}

/** How common words are in the whole, judged by the largest segment: asking for each would take longer than a search may. */
const sampleFrequencies = async (
  db: SearchDatabase,
  segments: readonly StoredWordSegment[],
): Promise<(term: string) => number> => {
  const [largest] = segments.toSorted((a, b) => b.ids.length - a.ids.length)
  if (!largest) return () => 0
  const sample = frequencyTable(await loadFrequencies(db, largest.id))
  const share = largest.ids.length / segments.reduce((sum, { ids }) => sum + ids.length, 0)
  // What is there once, or not at all, may be anything between.
  return (term) => Math.max(1, (sample(term) ?? 0.5) / share)
}
