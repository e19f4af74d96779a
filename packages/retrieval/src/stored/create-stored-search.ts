import { bm25For } from '../ranking/fused-settings.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { marksOf } from '../search/near-duplicates.ts'
import { type Passage, type PassageFilter, passesFilter } from '../search/passage.ts'
import { gatherPage, type Hit, type SearchPage, type SearchRequest } from '../search/search-page.ts'
import { termsOf } from '../terms/analyse.ts'
import { type Corpus, type Pool, type PooledPassage, rankPool } from './rank-pool.ts'
import { readQuery } from './read-query.ts'
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

export type StoredSearch = { readonly search: (request: SearchRequest) => Promise<SearchPage> }

/** Words look this deep, as the lists of the search in memory do. */
const WORDS = 1_000
/** The best by words, and as many of the nearest by meaning, are ranked again. */
const POOLED = 75
/** Of the pool this many are looked at for a page, and then as many more; a filter may let few through. */
const LOOKED_AT = 50
/** What did not come into the pool has to be read. */
const READ_AT_ONCE = 800

/**
 * Searches passages that are kept elsewhere: the best by BM25 over postings that are read for each query, and the nearest by
 * meaning, make a pool, which is ranked as the search in memory ranks (see docs/retrieval.md).
 */
export const createStoredSearch = (index: StoredIndex): StoredSearch => {
  const { lengths, averageLength } = index.lengths
  const corpus: Corpus = {
    passages: lengths.length,
    averageLength,
    parameters: bm25For(lengths),
    frequencyOf: index.frequencyOf,
    measured: index.meaning?.measured,
  }
  return {
    async search({ query: written, vector, filter = {}, offset = 0, limit }) {
      // The nearest take longest, and need nothing of what words find: what these found is read in the meantime.
      const [{ words, found, terms, frequencies, corrections }, nearest] = await Promise.all([
        findByWords(index, written, vector),
        findNearest(index, vector),
      ])
      const further = nearest.filter((id) => !found.ids.includes(id))
      const pool = joined(found, await readPool(index, further, vector))
      const ranked = rankPool(
        pool,
        { ...corpus, frequencyOf: (term) => frequencies.get(term) ?? corpus.frequencyOf(term) },
        { terms, vector: vector ?? new Float32Array(1) },
      )
      const hits: Hit[] = []
      for await (const { passages, found } of inParts(index, ranked, pool.passages, restOf(words, pool.ids, ranked))) {
        hits.push(...hitsOf(found, passages, filter))
        if (gatherPage(hits, { offset, limit }).hasMore) break
      }
      return {
        ...gatherPage(hits, { offset, limit }),
        terms: [...frequencies.keys()],
        corrections,
        frequencies: Object.fromEntries(frequencies),
      }
    },
  }
}

/** The best by words, with what is to be known of the very best of them. */
const findByWords = async (index: StoredIndex, written: string, vector: Float32Array | undefined) => {
  const { terms, postings, corrections } = await readQuery(index, written)
  const asked = Map.groupBy(terms, (term) => term)
  const words = scoreStoredWords(
    index.lengths,
    [...asked].map(([term, times]) => [times.length, postings.get(term) ?? []] as const),
    WORDS,
  )
  const best = words.slice(0, index.meaning && vector ? POOLED : 2 * POOLED).map(({ id }) => id)
  return {
    words,
    found: await readPool(index, best, vector),
    terms,
    frequencies: new Map([...asked.keys()].map((term) => [term, frequencyOf(postings.get(term))])),
    corrections,
  }
}

const findNearest = async ({ meaning }: StoredIndex, vector: Float32Array | undefined): Promise<string[]> => {
  if (!meaning || !vector) return []
  const nearest = await meaning.nearest(vector, POOLED)
  // Nothing has an angle to a vector of zeros.
  return nearest.filter(({ likeness }) => Number.isFinite(likeness)).map(({ id }) => id)
}

type ReadPool = Pool & { readonly ids: readonly string[] }

const readPool = async (
  index: StoredIndex,
  ids: readonly string[],
  vector: Float32Array | undefined,
): Promise<ReadPool> => {
  if (ids.length === 0) return { ids, passages: [], vectors: new Map() }
  const [passages, vectors] = await Promise.all([
    index.passages(ids),
    index.meaning && vector ? index.meaning.vectorsOf(ids) : new Map<string, Float32Array>(),
  ])
  return { ids, passages, vectors }
}

const joined = (a: ReadPool, b: ReadPool): ReadPool => ({
  ids: [...a.ids, ...b.ids],
  passages: [...a.passages, ...b.passages],
  vectors: new Map([...a.vectors, ...b.vectors]),
})

const frequencyOf = (postings: readonly StoredPostings[] = []): number =>
  postings.reduce((sum, { frequency }) => sum + frequency, 0)

/** What was ranked, a part at a time: most pages are full after the first, and need nothing to be read. */
async function* inParts(
  index: StoredIndex,
  ranked: readonly PooledPassage[],
  pooled: readonly Passage[],
  rest: readonly PooledPassage[],
) {
  for (let from = 0; from < ranked.length; from += LOOKED_AT)
    yield { found: ranked.slice(from, from + LOOKED_AT), passages: pooled }
  for (let from = 0; from < rest.length; from += READ_AT_ONCE) {
    const found = rest.slice(from, from + READ_AT_ONCE)
    yield { found, passages: await index.passages(found.map(({ id }) => id)) }
  }
}

const hitsOf = (found: readonly PooledPassage[], passages: readonly Passage[], filter: PassageFilter): Hit[] => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  return found.flatMap((one) => {
    const passage = byId.get(one.id)
    if (!passage || !passesFilter(passage, filter)) return []
    let known: Uint32Array | null = null
    const marks = () => {
      known ??= marksOf(termsOf(passage.text))
      return known
    }
    return { ...one, sourceId: passage.sourceId, marks }
  })
}

/** What words found beyond the pool comes behind it, in the order of words. */
const restOf = (
  words: readonly ScoredPassage[],
  pool: readonly string[],
  ranked: readonly PooledPassage[],
): PooledPassage[] => {
  const pooled = new Set(pool)
  const below = ranked.at(-1)?.score ?? 0
  const highest = words[0]?.score ?? 0
  return words
    .filter(({ id }) => !pooled.has(id))
    .map(({ id, score }) => {
      const scaled = (below * score) / highest
      return { id, score: scaled, parts: { words: scaled, feedback: 0, meaning: 0, neighbours: 0 } }
    })
}
