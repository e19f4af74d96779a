import type { SearchPage, SearchRequest } from '@assay/retrieval/search'
import type { OpenIndex } from './open-index.ts'

/** What a search thread is started with. */
export type SearchThreadData = {
  readonly databaseUrl: string
  readonly workspace: string
  /** Passages from which on the database is searched. */
  readonly largeFrom: number
}

export type ToThread = { readonly id: number; readonly request: SearchRequest }

export type FromThread =
  | ({ readonly kind: 'ready'; readonly buildMs: number } & Omit<OpenIndex, 'search'>)
  | { readonly kind: 'found'; readonly id: number; readonly page: SearchPage; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
