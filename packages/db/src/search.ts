import { type DatabaseOptions, openPool, type Pool, type Queries, queriesOver } from './open-pool.ts'

// What searching reads, without the query builder and the schema: loading these takes a thread half a second and a hundred
// megabytes, and a thread is started for every state of a workspace.

/** The database as it is searched. */
export type SearchDatabase = Pool<Queries>

export const openSearchDatabase = (options: DatabaseOptions): SearchDatabase => openPool(options, queriesOver)

export { loadVectors, vectorsOf } from './passages/chunk-vectors.ts'
export { hasTrigrams, termsLike } from './passages/like-terms.ts'
export {
  countPassages,
  loadPassagesById,
  type PassageRange,
  readPassagePages,
  readPassagesState,
  type StoredPassage,
} from './passages/passages.ts'
export { loadServingModel, type ServingModel } from './passages/serving-model.ts'
export { canIndexVectors, nearestPassages, readVectorIndex } from './passages/vector-index.ts'
export {
  loadFrequencies,
  loadWordPostings,
  loadWordSegments,
  readWordIndexState,
  type StoredWordSegment,
} from './passages/word-index.ts'
