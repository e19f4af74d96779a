import {
  hasTrigrams,
  likenessOf,
  loadPassagesById,
  loadWordSegments,
  nearestPassages,
  type SearchDatabase,
  termsLike,
} from '@assay/db/search'
import { type MeaningMeasured, type StoredIndex, toPassage } from '@assay/retrieval/search'
import { cachePostings } from './postings-cache.ts'

/** A model whose vectors are stored and indexed. */
type IndexedModel = {
  readonly id: string
  readonly dimensions: number
  readonly measured: MeaningMeasured | undefined
}

/** The word and vector indexes of a large workspace as they stand in the database: 12 bytes a passage are held here. */
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
    termsLike: (term) => termsLike(db, [...starts.keys()], term, { byTrigrams }),
    passages: async (wanted) => (await loadPassagesById(db, workspace, wanted)).map(toPassage),
    meaning: model && {
      nearest: async (vector, limit) =>
        (await nearestPassages(db, model, vector, { limit })).map(({ id, likeness }) => ({ id, likeness })),
      likenessOf: (vector, wanted) => likenessOf(db, model, vector, wanted),
      measured: model.measured,
    },
  }
}
