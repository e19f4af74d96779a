// What a search thread needs, and no more: it is started for every state of a workspace, and waited for.
export { openLsaEmbedder } from './embedders/lsa-embedder.ts'
export type { MeaningMeasured } from './ranking/measure-meaning.ts'
export { collectPassages, type PassageCollection, type StoredModel } from './search/create-passage-search.ts'
export type { SearchPage, SearchRequest } from './search/search-page.ts'
export { toPassage } from './search/to-passage.ts'
export { createStoredSearch } from './stored/create-stored-search.ts'
export type { StoredIndex, StoredPostings } from './stored/stored-index.ts'
