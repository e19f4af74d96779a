import { cosines, foldIn, foldInAll, trainLsa } from '../lsa/train-lsa.ts'
import { termsOf } from '../terms/analyse.ts'
import { queryTerms, scoreBm25, weighPostings } from './bm25.ts'
import { expandQuery } from './feedback.ts'
import { type GivenMeaning, prepareFusedSearch, searchFused, type TrainedMeaning } from './fused-search.ts'
import { plainFeedback } from './fused-settings.ts'
import { buildIndex } from './index-builder.ts'
import { countsOf, type SearchDocument, type SearchIndex } from './search-index.ts'
import { topDocuments } from './top.ts'

export const rankerNames = ['bm25', 'feedback', 'lsa', 'fused'] as const
export type RankerName = (typeof rankerNames)[number]

export type RankerOptions = {
  readonly ranker?: RankerName
  /** Of the model of meaning. */
  readonly dimensions?: number
  /** A model for the terms of the index; without one it is trained on the documents themselves. */
  readonly trained?: TrainedMeaning | GivenMeaning | undefined
  /** The same documents and the same seed give the same ranking. */
  readonly seed?: number
}

export type SearchResult = {
  readonly id: string
  /** Its number in the index. */
  readonly document: number
  readonly score: number
  /** What each kind of evidence gave, adding up to the score: why this result is here. */
  readonly parts: Readonly<Record<string, number>>
}

export type RankerDescription = {
  readonly ranker: RankerName
  readonly documents: number
  readonly terms: number
  /** Figures that were measured on the corpus, such as the weight of meaning. */
  readonly measured: Readonly<Record<string, number>>
}

type SearchOptions = {
  readonly limit?: number
  /** The query in the space of given vectors. */
  readonly vector?: Float32Array | undefined
  /** Documents that may be found; what is learned of the corpus and from feedback is of all. */
  readonly accepts?: (id: string, document: number) => boolean
}

export type Ranker = {
  /** The best documents, best first; equal scores are in order of id. */
  readonly search: (query: string, options?: SearchOptions) => SearchResult[]
  readonly describe: () => RankerDescription
}

/** A ranker with what it searches; titles may be said twice in it. */
export type IndexRanker = Ranker & { readonly index: SearchIndex }

type Scored = {
  readonly scores: Float64Array
  readonly parts: Readonly<Record<string, Float64Array>>
}

type Strategy = {
  readonly index: SearchIndex
  readonly score: (terms: readonly string[], vector?: Float32Array) => Scored
  readonly measured: Readonly<Record<string, number>>
}

type StrategyOptions = {
  readonly dimensions: number
  readonly seed: number
  readonly trained: TrainedMeaning | GivenMeaning | undefined
}

const defaultDimensions = 256
const defaultLimit = 10

/** Indexes documents for searching, in memory; the default ranker weighs its evidence by what it measures on them. */
export const createRanker = (documents: Iterable<SearchDocument>, options: RankerOptions = {}): Ranker =>
  createIndexRanker(buildIndex(documents), options)

/** A ranker over an index that is built already, which rankers can share. */
export const createIndexRanker = (given: SearchIndex, options: RankerOptions = {}): IndexRanker => {
  const ranker = options.ranker ?? 'fused'
  const dimensions = options.dimensions ?? defaultDimensions
  const { index, score, measured } = strategies[ranker](given, {
    dimensions,
    seed: options.seed ?? 1,
    trained: options.trained,
  })
  return {
    search(query, { limit = defaultLimit, accepts, vector } = {}) {
      const terms = termsOf(query).filter((term) => index.numbers.has(term))
      if (terms.length === 0 && !vector) return []
      const { scores, parts } = score(terms, vector)
      if (accepts) leaveOut(scores, index, accepts)
      return topDocuments(scores, limit).map((document) => ({
        id: index.ids[document] ?? '',
        document,
        score: scores[document] ?? 0,
        parts: Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, values[document] ?? 0])),
      }))
    },
    describe: () => ({ ranker, documents: index.ids.length, terms: index.terms.length, measured }),
    index,
  }
}

const leaveOut = (
  scores: Float64Array,
  { ids }: SearchIndex,
  accepts: (id: string, document: number) => boolean,
): void => {
  for (const [document, score] of scores.entries())
    if (score > 0 && !accepts(ids[document] ?? '', document)) scores[document] = 0
}

const words: (index: SearchIndex) => Strategy = (index) => {
  const weights = weighPostings(index)
  return {
    index,
    score(terms) {
      const scores = scoreBm25(index, weights, queryTerms(index, terms))
      return { scores, parts: { words: scores } }
    },
    measured: {},
  }
}

const wordsWithFeedback = (index: SearchIndex): Strategy => {
  const weights = weighPostings(index)
  return {
    index,
    score(terms) {
      const query = queryTerms(index, terms)
      const first = scoreBm25(index, weights, query)
      const best = topDocuments(first, plainFeedback.documents)
      const examples = best.map((document) => ({ document, weight: first[document] ?? 0 }))
      const scores = scoreBm25(index, weights, expandQuery(index, weights, query, examples, plainFeedback))
      return { scores, parts: { feedback: scores } }
    },
    measured: {},
  }
}

const meaning = (index: SearchIndex, options: StrategyOptions): Strategy => {
  const model =
    options.trained && 'model' in options.trained ? options.trained.model : trainLsa(countsOf(index), options)
  const vectors = foldInAll(model, countsOf(index))
  return {
    index,
    score(terms) {
      const scores = cosines(vectors, foldIn(model, queryTerms(index, terms)))
      return { scores, parts: { meaning: scores } }
    },
    measured: { dimensions: model.dimensions },
  }
}

const fused = (index: SearchIndex, options: StrategyOptions): Strategy => {
  const prepared = prepareFusedSearch(index, options)
  const { index: doubled, vectors, meaningShare, measured, weights } = prepared
  return {
    index: doubled,
    score: (terms, vector) => searchFused(prepared, terms, vector),
    measured: {
      dimensions: vectors.columns,
      lengthPrice: weights.parameters.b,
      meaningShare,
      ...(measured && { wordsReciprocalRank: measured.words, meaningReciprocalRank: measured.meaning }),
    },
  }
}

const strategies: Readonly<Record<RankerName, (index: SearchIndex, options: StrategyOptions) => Strategy>> = {
  bm25: words,
  feedback: wordsWithFeedback,
  lsa: meaning,
  fused,
}
