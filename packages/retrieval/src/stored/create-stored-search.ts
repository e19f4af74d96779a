import { meaningShareFor, meaningShareForQuery } from '../ranking/fused-settings.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { type Correction, correctWith } from '../search/correct-words.ts'
import { marksOf } from '../search/near-duplicates.ts'
import { type Passage, passesFilter } from '../search/passage.ts'
import { gatherPage, type Hit, type SearchPage, type SearchRequest } from '../search/search-page.ts'
import { termsOf } from '../terms/analyse.ts'
import { type ScoredPassage, type StoredLengths, type StoredPostings, scoreStoredWords } from './score-stored-words.ts'

/** How near a passage is to a query in a model's space, -1 to 1. */
export type Likeness = { readonly id: string; readonly likeness: number }

/** Where an index that is not held in memory is read from. */
export type StoredIndex = {
  readonly lengths: StoredLengths
  /** The postings of each of the terms that any passage holds. */
  readonly postingsOf: (terms: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredPostings[]>>
  /** Terms that are written much like one that no passage holds, with the number of passages that hold them. */
  readonly termsLike: (term: string) => Promise<ReadonlyMap<string, number>>
  /** Passages as they are now; those that are gone are left out. */
  readonly passages: (ids: readonly string[]) => Promise<readonly Passage[]>
  /** Without it only words count. */
  readonly meaning?:
    | {
        readonly nearest: (vector: Float32Array, limit: number) => Promise<readonly Likeness[]>
        readonly likenessOf: (vector: Float32Array, ids: readonly string[]) => Promise<readonly Likeness[]>
        readonly measured: MeaningMeasured | undefined
      }
    | undefined
}

export type StoredSearch = { readonly search: (request: SearchRequest) => Promise<SearchPage> }

/** Words look this deep, as the lists of the search in memory do; likeness is computed for the best of them. */
const POOL = 1_000
const NEAREST = 200
const COMPARED = 20
/** Read at a time until a page is full: more where a filter lets few through. */
const READ_FIRST = 50
const READ_MOST = 800

/**
 * Searches passages by BM25 over postings that are read for each query, fused with the nearest by meaning: the first step of
 * the search in memory (see docs/retrieval.md), whose further ones need every passage's terms at hand.
 */
export const createStoredSearch = (index: StoredIndex): StoredSearch => ({
  async search({ query: written, vector, filter = {}, offset = 0, limit }) {
    const { terms, postings, corrections } = await readQuery(index, written)
    const asked = Map.groupBy(terms, (term) => term)
    const words = scoreStoredWords(
      index.lengths,
      [...asked].map(([term, times]) => [times.length, postings.get(term) ?? []] as const),
      POOL,
    )
    const ranked = fuse(words, await likenesses(index, words, vector), index.meaning?.measured)
    const hits: Hit[] = []
    for (let from = 0, size = READ_FIRST; from < ranked.length; from += size, size = READ_MOST) {
      const some = ranked.slice(from, from + size)
      const passages = new Map((await index.passages(some.map(({ id }) => id))).map((one) => [one.id, one]))
      for (const { id, score, parts } of some) {
        const passage = passages.get(id)
        if (passage && passesFilter(passage, filter)) hits.push({ ...hitOf(passage), score, parts })
      }
      if (gatherPage(hits, { offset, limit }).hasMore) break
    }
    return {
      ...gatherPage(hits, { offset, limit }),
      terms: [...asked.keys()],
      corrections,
      frequencies: Object.fromEntries([...asked.keys()].map((term) => [term, frequencyOf(postings.get(term))])),
    }
  },
})

const frequencyOf = (postings: readonly StoredPostings[] = []): number =>
  postings.reduce((sum, { frequency }) => sum + frequency, 0)

const hitOf = ({ id, sourceId, text }: Passage) => {
  let known: Uint32Array | null = null
  return {
    id,
    sourceId,
    marks: () => {
      known ??= marksOf(termsOf(text))
      return known
    },
  }
}

/** The terms of a query, those that no passage holds read as the likeliest that one does, with the postings of all. */
const readQuery = async (
  index: StoredIndex,
  written: string,
): Promise<{
  terms: string[]
  postings: ReadonlyMap<string, readonly StoredPostings[]>
  corrections: readonly Correction[]
}> => {
  const postings = await index.postingsOf([...new Set(termsOf(written))])
  const unknown = [...new Set(termsOf(written))].filter((term) => !postings.has(term))
  if (unknown.length === 0) return { terms: termsOf(written), postings, corrections: [] }
  const like = new Map(await Promise.all(unknown.map(async (term) => [term, await index.termsLike(term)] as const)))
  const { query, corrections } = correctWith(written, (term) => like.get(term) ?? null)
  if (corrections.length === 0) return { terms: termsOf(written), postings, corrections }
  const terms = termsOf(query)
  return { terms, postings: await index.postingsOf([...new Set(terms)]), corrections }
}

/** How near the nearest and the best by words are to the query. */
const likenesses = async (
  { meaning }: StoredIndex,
  words: readonly ScoredPassage[],
  vector: Float32Array | undefined,
): Promise<ReadonlyMap<string, number>> => {
  if (!meaning || !vector) return new Map()
  const both = await Promise.all([
    meaning.nearest(vector, NEAREST),
    meaning.likenessOf(
      vector,
      words.slice(0, NEAREST).map(({ id }) => id),
    ),
  ])
  // Nothing has an angle to a vector of zeros.
  const known = both.flat().filter(({ likeness }) => Number.isFinite(likeness))
  return new Map(known.map(({ id, likeness }) => [id, likeness]))
}

type Ranked = ScoredPassage & { readonly parts: Readonly<Record<string, number>> }

const fuse = (
  words: readonly ScoredPassage[],
  likeness: ReadonlyMap<string, number>,
  measured: MeaningMeasured | undefined,
): Ranked[] => {
  const byWords = brought(words)
  const nearest = [...likeness].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score)
  const byMeaning = brought(nearest)
  const inBoth = nearest.slice(0, COMPARED).filter(({ id }) => words.slice(0, COMPARED).some((one) => one.id === id))
  const share =
    likeness.size === 0
      ? 0
      : meaningShareForQuery(meaningShareFor(measured && measured.meaning / measured.words), inBoth.length / COMPARED)
  return [...new Set([...byWords.keys(), ...byMeaning.keys()])]
    .map((id) => {
      const parts = { words: (1 - share) * (byWords.get(id) ?? 0), meaning: share * (byMeaning.get(id) ?? 0) }
      return { id, score: parts.words + parts.meaning, parts }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || Number(a.id) - Number(b.id))
}

/** Scores between 0, for the last of a full list, and 1; best first. */
const brought = (list: readonly ScoredPassage[]): ReadonlyMap<string, number> => {
  const highest = list[0]?.score ?? 0
  const lowest = list.length < NEAREST ? 0 : Math.max(0, list.at(-1)?.score ?? 0)
  const range = highest - lowest
  return new Map(
    list.map(({ id, score }) => [id, range > 0 ? Math.max(0, (score - lowest) / range) : highest > 0 ? 1 : 0]),
  )
}
