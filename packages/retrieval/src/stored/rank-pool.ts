import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { unitVector } from '../lsa/train-lsa.ts'
import { type Bm25Parameters, weighPostings } from '../ranking/bm25.ts'
import { createSimilarity } from '../ranking/document-similarity.ts'
import { type FusedParts, searchFused } from '../ranking/fused-search.ts'
import { meaningShareFor, similarityMeaningShare } from '../ranking/fused-settings.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { type AnalysedDocument, indexTerms } from '../ranking/search-index.ts'
import { topDocuments } from '../ranking/top.ts'
import type { CutPassage } from './cut-passage.ts'

/** What is known of the corpus that a pool was drawn from. */
export type Corpus = {
  readonly passages: number
  readonly averageLength: number
  readonly parameters: Bm25Parameters
  /** In about how many of its passages a term stands. */
  readonly frequencyOf: (term: string) => number
  /** How far its model can be trusted. */
  readonly measured: MeaningMeasured | undefined
}

export type Pool = {
  readonly passages: readonly CutPassage[]
  /** Where they lie, by id; those without a vector are found by words. */
  readonly vectors: ReadonlyMap<string, Float32Array>
}

export type PooledPassage = {
  readonly id: string
  readonly score: number
  readonly parts: Readonly<Record<keyof FusedParts, number>>
}

/** Ranks a pool of passages as the search in memory ranks all, with the term statistics of the corpus it comes from. */
export const rankPool = (
  { passages, vectors }: Pool,
  corpus: Corpus,
  query: { readonly terms: readonly string[]; readonly vector: Float32Array },
): PooledPassage[] => {
  const index = { ...indexTerms(passages.map(withTitleTwice)), averageLength: corpus.averageLength }
  const frequencies = Float64Array.from(index.terms, corpus.frequencyOf)
  const weights = weighPostings(index, corpus.parameters, {
    documents: corpus.passages,
    frequencyOf: (term) => frequencies[term] ?? 0,
  })
  const matrix = matrixOf(index.ids, vectors, query.vector.length)
  const { scores, parts } = searchFused(
    {
      index,
      weights,
      vectors: matrix,
      vectorOf: () => query.vector,
      similarityOf: createSimilarity(index, weights, matrix, similarityMeaningShare),
      meaningShare: meaningShareFor(corpus.measured && corpus.measured.meaning / corpus.measured.words),
      measured: corpus.measured,
    },
    query.terms,
    query.vector,
  )
  const at = (list: Float64Array, document: number) => list[document] ?? 0
  return topDocuments(scores, passages.length).map((document) => ({
    id: index.ids[document] ?? '',
    score: at(scores, document),
    parts: {
      words: at(parts.words, document),
      feedback: at(parts.feedback, document),
      meaning: at(parts.meaning, document),
      neighbours: at(parts.neighbours, document),
    },
  }))
}

/** See `repeatTitles`. */
const withTitleTwice = ({ passage, titleTerms, textTerms }: CutPassage): AnalysedDocument => ({
  id: passage.id,
  terms: [...titleTerms, ...titleTerms, ...textTerms],
  titleLength: 2 * titleTerms.length,
})

const matrixOf = (ids: readonly string[], vectors: ReadonlyMap<string, Float32Array>, columns: number): DenseMatrix => {
  const values = new Float32Array(ids.length * columns)
  for (const [row, id] of ids.entries()) values.set(unitVector(Float64Array.from(vectors.get(id) ?? [])), row * columns)
  return { rows: ids.length, columns, values }
}
