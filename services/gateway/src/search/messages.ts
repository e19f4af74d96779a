import type { SearchPage, SearchRequest } from '@assay/retrieval'

/** What a search thread is started with. */
export type SearchThreadData = { readonly databaseUrl: string; readonly workspace: string }

export type ToThread = { readonly id: number; readonly request: SearchRequest }

export type FromThread =
  | { readonly kind: 'ready'; readonly state: string; readonly passages: number; readonly buildMs: number }
  | { readonly kind: 'found'; readonly id: number; readonly page: SearchPage; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
