import { bm25For } from '../ranking/fused-settings.ts'
import { marksOf } from '../search/near-duplicates.ts'
import { type PassageFilter, passesFilter } from '../search/passage.ts'
import { gatherPage, type Hit, type SearchPage, type SearchRequest } from '../search/search-page.ts'
import { type CutPassage, cutPassage } from './cut-passage.ts'
import { type Corpus, type Pool, type PooledPassage, rankPool } from './rank-pool.ts'
import { readQuery } from './read-query.ts'
import { type ScoredPassage, scoreStoredWords } from './score-stored-words.ts'
import type { StoredIndex, StoredPostings } from './stored-index.ts'

export type StoredSearch = { readonly search: (request: SearchRequest) => Promise<SearchPage> }

/** The best by words, and as many of the nearest by meaning, are ranked again. */
const POOLED = 75
/** Where a page is not full of these, words look this deep, as the lists of the search in memory do. */
const DEEPEST = 1_000
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
      const [{ found, deeper, terms, frequencies, corrections }, nearest] = await Promise.all([
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
      const rest = () => restOf(deeper(), pool.ids, ranked)
      for await (const part of inParts(index, ranked, pool.passages, rest)) {
        hits.push(...hitsOf(part.found, part.passages, filter))
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
  const weighed = [...asked].map(([term, times]) => [times.length, postings.get(term) ?? []] as const)
  // The fewer are wanted, the less has to be read.
  const best = scoreStoredWords(index.lengths, weighed, index.meaning && vector ? POOLED : 2 * POOLED)
  const ids = best.map(({ id }) => id)
  return {
    found: await readPool(index, ids, vector),
    deeper: () => scoreStoredWords(index.lengths, weighed, DEEPEST),
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
  // Cut into words at once: the database is still looking for the nearest.
  return { ids, passages: passages.map(cutPassage), vectors }
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
  pooled: readonly CutPassage[],
  readRest: () => readonly PooledPassage[],
) {
  for (let from = 0; from < ranked.length; from += LOOKED_AT)
    yield { found: ranked.slice(from, from + LOOKED_AT), passages: pooled }
  const rest = readRest()
  for (let from = 0; from < rest.length; from += READ_AT_ONCE) {
    const found = rest.slice(from, from + READ_AT_ONCE)
    const passages = await index.passages(found.map(({ id }) => id))
    yield { found, passages: passages.map(cutPassage) }
  }
}

const hitsOf = (found: readonly PooledPassage[], passages: readonly CutPassage[], filter: PassageFilter): Hit[] => {
  const byId = new Map(passages.map((one) => [one.passage.id, one]))
  return found.flatMap((one) => {
    const cut = byId.get(one.id)
    if (!cut || !passesFilter(cut.passage, filter)) return []
    let known: Uint32Array | null = null
    const marks = () => {
      known ??= marksOf(cut.textTerms)
      return known
    }
    return { ...one, sourceId: cut.passage.sourceId, marks }
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
