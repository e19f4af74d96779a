import { titleOf } from '../search/index-passages.ts'
import type { Passage } from '../search/passage.ts'
import { termsOf } from '../terms/analyse.ts'

/** A passage with its terms: they are needed for ranking, and to see what says the same. */
export type CutPassage = {
  readonly passage: Passage
  readonly titleTerms: readonly string[]
  readonly textTerms: readonly string[]
}

export const cutPassage = (passage: Passage): CutPassage => ({
  passage,
  titleTerms: termsOf(titleOf(passage)),
  textTerms: termsOf(passage.text),
})
