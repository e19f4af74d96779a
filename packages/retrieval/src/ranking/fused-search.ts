import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { cosines, foldIn, foldInAll, type LsaModel, trainLsa, unitVector } from '../lsa/train-lsa.ts'
import { addAdjacency } from './adjacency.ts'
import { type Bm25Weights, queryTerms, scoreBm25, type WeightedTerms, weighPostings } from './bm25.ts'
import { createSimilarity, type SimilarityOf } from './document-similarity.ts'
import { expandQuery } from './feedback.ts'
import {
  adjacencyWeight,
  bm25For,
  feedbackShareFor,
  feedbackWeightAt,
  fusedFeedback,
  leadOver,
  meaningShareFor,
  meaningShareForQuery,
  neighbourCount,
  neighbourPool,
  neighbourShare,
  similarityMeaningShare,
  vectorFeedbackShare,
} from './fused-settings.ts'
import { minMax, weightedSum } from './fusion.ts'
import { type MeaningMeasured, measureMeaning } from './measure-meaning.ts'
import { neighbourScores } from './neighbours.ts'
import { repeatTitles } from './repeat-titles.ts'
import { countsOf, documentLengths, type SearchIndex } from './search-index.ts'
import { topDocuments } from './top.ts'

export type FusedSearch = {
  readonly index: SearchIndex
  readonly weights: Bm25Weights
  readonly vectors: DenseMatrix
  /** A query in the space of the vectors; all zeros where only its asker can tell. */
  readonly vectorOf: (query: WeightedTerms) => Float32Array
  readonly similarityOf: SimilarityOf
  /** Of meaning against words, before a query has its say. */
  readonly meaningShare: number
  readonly measured: MeaningMeasured | undefined
}

/** What each kind of evidence gave; their sum is the score. */
export type FusedParts = {
  readonly words: Float64Array
  readonly feedback: Float64Array
  readonly meaning: Float64Array
  readonly neighbours: Float64Array
}

/** A model that was trained before, with how far it could be trusted then. */
export type TrainedMeaning = { readonly model: LsaModel; readonly measured: MeaningMeasured | undefined }

/** Vectors of the index's documents, in its order, that a model elsewhere gave; it has to be asked for queries, too. */
export type GivenMeaning = { readonly vectors: DenseMatrix; readonly measured: MeaningMeasured | undefined }

export const prepareFusedSearch = (
  plain: SearchIndex,
  options: {
    readonly dimensions: number
    readonly seed: number
    readonly trained?: TrainedMeaning | GivenMeaning | undefined
  },
): FusedSearch => {
  const index = repeatTitles(plain)
  const weights = weighPostings(index, bm25For(documentLengths(index)))
  const meaning = options.trained ?? trainMeaning(plain, options)
  const { vectors, vectorOf } = 'model' in meaning ? foldedIn(meaning.model, index) : asGiven(meaning)
  const { measured } = meaning
  const similarityOf = createSimilarity(index, weights, vectors, similarityMeaningShare)
  const meaningShare = meaningShareFor(measured && measured.meaning / measured.words)
  return { index, weights, vectors, vectorOf, similarityOf, meaningShare, measured }
}

type Space = Pick<FusedSearch, 'vectors' | 'vectorOf'>

const foldedIn = (model: LsaModel, index: SearchIndex): Space => ({
  vectors: foldInAll(model, countsOf(index)),
  vectorOf: (query) => foldIn(model, query),
})

const asGiven = ({ vectors }: GivenMeaning): Space => ({ vectors, vectorOf: () => new Float32Array(vectors.columns) })

/** Trains a model on a corpus, and measures on that corpus how far it can be trusted. */
export const trainMeaning = (
  plain: SearchIndex,
  options: { readonly dimensions: number; readonly seed: number },
): TrainedMeaning => ({
  model: trainLsa(countsOf(repeatTitles(plain)), options),
  measured: measureMeaning(plain, options),
})

/** Words and meaning choose what feedback learns from; all three are added, and each result leans on its neighbours. */
export const searchFused = (
  prepared: FusedSearch,
  terms: readonly string[],
  given?: Float32Array,
): { readonly scores: Float64Array; readonly parts: FusedParts } => {
  const { index, vectors } = prepared
  const query = queryTerms(index, terms)
  const vector = given ?? prepared.vectorOf(query)
  const words = minMax(scoreWords(prepared, query, terms))
  const meaning = minMax(cosines(vectors, vector))
  const share = meaningShareForQuery(prepared.meaningShare, agreementOf(words, meaning))
  const first = weightedSum([words, 1 - share], [meaning, share])

  const best = topDocuments(first, fusedFeedback.documents)
  const lead = (first[best[0] ?? -1] ?? 0) - (first[best[leadOver] ?? -1] ?? 0)
  const feedbackShare = feedbackShareFor(lead)
  const learned = learnFrom(prepared, query, vector, first, best)

  return leanOnNeighbours(prepared, {
    words: scaled(words, (1 - share) * (1 - feedbackShare)),
    feedback: scaled(learned.words, (1 - share) * feedbackShare),
    meaning: scaled(learned.meaning, share),
  })
}

const scoreWords = ({ index, weights }: FusedSearch, query: WeightedTerms, terms: readonly string[]): Float64Array => {
  const scores = scoreBm25(index, weights, query)
  const numbers = terms.map((term) => index.numbers.get(term)).filter((number) => number !== undefined)
  addAdjacency(index, weights, numbers, scores, adjacencyWeight)
  return scores
}

const comparedResults = 20

/** The part of the best results that two lists have in common. */
const agreementOf = (a: Float64Array, b: Float64Array): number => {
  const inA = new Set(topDocuments(a, comparedResults))
  return topDocuments(b, comparedResults).filter((document) => inA.has(document)).length / comparedResults
}

/** The query after feedback, in words and in meaning. */
const learnFrom = (
  { index, weights, vectors }: FusedSearch,
  query: WeightedTerms,
  vector: Float32Array,
  scores: Float64Array,
  best: readonly number[],
): { readonly words: Float64Array; readonly meaning: Float64Array } => {
  const examples = best.map((document, rank) => ({
    document,
    weight: (scores[document] ?? 0) * feedbackWeightAt(rank),
  }))
  const expanded = expandQuery(index, weights, query, examples, fusedFeedback)
  const centre = unitVector(sumOfRows(vectors, best))
  const moved = Float64Array.from(
    vector,
    (value, k) => (1 - vectorFeedbackShare) * value + vectorFeedbackShare * (centre[k] ?? 0),
  )
  return {
    words: minMax(scoreBm25(index, weights, expanded)),
    meaning: minMax(cosines(vectors, unitVector(moved))),
  }
}

/** Better documents count more. */
const sumOfRows = ({ columns, values }: DenseMatrix, rows: readonly number[]): Float64Array => {
  const sum = new Float64Array(columns)
  for (const [rank, row] of rows.entries()) {
    const weight = feedbackWeightAt(rank)
    for (let k = 0; k < columns; k += 1) sum[k] = (sum[k] as number) + weight * (values[row * columns + k] as number)
  }
  return sum
}

const leanOnNeighbours = (
  { similarityOf }: FusedSearch,
  own: Omit<FusedParts, 'neighbours'>,
): { readonly scores: Float64Array; readonly parts: FusedParts } => {
  const sums = weightedSum([own.words, 1], [own.feedback, 1], [own.meaning, 1])
  const pool = topDocuments(sums, neighbourPool)
  const around = neighbourScores(
    pool.map((document) => sums[document] ?? 0),
    similarityOf(pool),
    neighbourCount,
  )
  const neighbours = new Float64Array(sums.length)
  for (const [place, document] of pool.entries()) neighbours[document] = neighbourShare * (around[place] ?? 0)
  const rest = 1 - neighbourShare
  const parts = {
    words: scaled(own.words, rest),
    feedback: scaled(own.feedback, rest),
    meaning: scaled(own.meaning, rest),
    neighbours,
  }
  return { scores: weightedSum([sums, rest], [neighbours, 1]), parts }
}

const scaled = (scores: Float64Array, factor: number): Float64Array => scores.map((score) => score * factor)
