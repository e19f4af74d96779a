import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import type { Passage } from '../search/passage.ts'

/** What is held in memory of a stored word index: 12 bytes a passage, over all segments one after another. */
export type StoredLengths = {
  readonly ids: Float64Array
  readonly lengths: Uint32Array
  readonly averageLength: number
}

/** The postings of a term in one segment, whose passages begin at `start`. */
export type StoredPostings = {
  readonly start: number
  readonly frequency: number
  readonly postings: Uint8Array
  /** See `packPostings`. */
  readonly blocks: Uint32Array
}

/** How near a passage is to a query in a model's space, -1 to 1. */
export type Likeness = { readonly id: string; readonly likeness: number }

/** Where an index that is not held in memory is read from. */
export type StoredIndex = {
  readonly lengths: StoredLengths
  /** The postings of each of the terms that any passage holds. */
  readonly postingsOf: (terms: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredPostings[]>>
  /** Terms that are written much like one that no passage holds, with the number of passages that hold them. */
  readonly termsLike: (term: string) => Promise<ReadonlyMap<string, number>>
  /** In about how many passages a term stands, without asking for it. */
  readonly frequencyOf: (term: string) => number
  /** Passages as they are now; those that are gone are left out. */
  readonly passages: (ids: readonly string[]) => Promise<readonly Passage[]>
  /** Without it only words count. */
  readonly meaning?:
    | {
        readonly nearest: (vector: Float32Array, limit: number) => Promise<readonly Likeness[]>
        /** Where passages lie; those without a vector of the model are left out. */
        readonly vectorsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Float32Array>>
        readonly measured: MeaningMeasured | undefined
      }
    | undefined
}
