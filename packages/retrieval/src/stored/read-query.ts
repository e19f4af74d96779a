import { type Correction, correctWith } from '../search/correct-words.ts'
import { termsOf } from '../terms/analyse.ts'
import type { StoredIndex, StoredPostings } from './stored-index.ts'

type ReadQuery = {
  readonly terms: readonly string[]
  readonly postings: ReadonlyMap<string, readonly StoredPostings[]>
  readonly corrections: readonly Correction[]
}

/** The terms of a query, those that no passage holds read as the likeliest that one does, with the postings of all. */
export const readQuery = async (
  { postingsOf, termsLike }: Pick<StoredIndex, 'postingsOf' | 'termsLike'>,
  written: string,
): Promise<ReadQuery> => {
  const asWritten = termsOf(written)
  const postings = await postingsOf([...new Set(asWritten)])
  const unknown = [...new Set(asWritten)].filter((term) => !postings.has(term))
  const like = new Map(await Promise.all(unknown.map(async (term) => [term, await termsLike(term)] as const)))
  const { query, corrections } = correctWith(written, (term) => like.get(term) ?? null)
  if (corrections.length === 0) return { terms: asWritten, postings, corrections }
  const terms = termsOf(query)
  return { terms, postings: await postingsOf([...new Set(terms)]), corrections }
}
