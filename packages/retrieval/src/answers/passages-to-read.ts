import type { FoundPassage } from '../search/search-page.ts'

/** How many passages an answer is made from, and how many of them may be of one source. */
const MOST = 36
const MOST_OF_SOURCE = 8

export type PassageToRead = { readonly id: string; readonly score: number }

/**
 * The passages of a search that an answer reads: the best of each source, then further ones of the best sources, since a
 * fact may stand in another part of the document that was found. A further passage counts as much as its source's best.
 */
export const passagesToRead = (results: readonly FoundPassage[]): PassageToRead[] => {
  const best = results.map(({ passage: { id }, score }) => ({ id, score }))
  const further = results.flatMap(({ further, score }) =>
    further.slice(0, MOST_OF_SOURCE - 1).map((id) => ({ id, score })),
  )
  return [...best, ...further].slice(0, MOST)
}
