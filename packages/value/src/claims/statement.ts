import type { Stated } from './claim.ts'

/** What a sentence states, by the indices of its tokens. */
export type Statement = Stated & { readonly first: number; readonly last: number }
