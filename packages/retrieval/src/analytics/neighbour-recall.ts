import { type Interval, meanInterval } from '../evaluation/bootstrap.ts'
import { dotProduct } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { nearestTable, offer } from './nearest-table.ts'
import { allRows, requireShape, surveyRows, unitRows } from './survey.ts'

export type ApproximateRanking = {
  readonly vectors: DenseMatrix
  readonly queries: DenseMatrix
  /** For each query the rows of `vectors` that an index found, best first. */
  readonly found: readonly (readonly number[])[]
  /** For each query the row that it is itself and that does not count, if it is one. */
  readonly except?: readonly number[]
  readonly k?: number
  readonly seed?: number
}

export type NeighbourRecall = {
  readonly k: number
  readonly queries: number
  /** The mean over queries with its 95 % interval by bootstrap. */
  readonly recall: Interval
  /** The share of queries of which at least one neighbour was missed. */
  readonly imperfect: number
}

/** What an index that rounds to single precision may be off. */
const tie = 1e-6

/**
 * Recall@k of an approximate ranking by cosine against the exact one. What is as near as the k-th exact neighbour is
 * right, so that the choice among equals costs nothing (Aumüller, Bernhardsson & Faithfull, "ANN-Benchmarks",
 * Information Systems 87, 2020). Reads all vectors once for each query.
 * @throws RangeError when sizes do not agree.
 */
export const neighbourRecall = (ranking: ApproximateRanking): NeighbourRecall => {
  const { vectors, queries, found, except = [], k = 10, seed = 1 } = ranking
  requireShape(vectors)
  requireShape(queries)
  if (vectors.columns !== queries.columns) throw new RangeError('Queries and vectors need as many columns')
  if (found.length !== queries.rows) throw new RangeError('A ranking for each query is needed')
  const usable = surveyRows(vectors, allRows(vectors))
  const scales = new Float64Array(vectors.rows)
  for (const [at, row] of usable.usable.entries()) scales[row] = 1 / (usable.norms[at] ?? 1)
  const shares: number[] = []
  for (const query of surveyRows(queries, allRows(queries)).usable) {
    const own = except[query]
    const unit = unitRows(queries, Uint32Array.of(query)).values
    const share = shareFound({ vectors, scales, unit, own, k }, found[query] ?? [])
    if (share !== null) shares.push(share)
  }
  return {
    k,
    queries: shares.length,
    recall: meanInterval(shares, { seed }),
    imperfect: shares.length === 0 ? 0 : shares.filter((share) => share < 1).length / shares.length,
  }
}

type Query = {
  readonly vectors: DenseMatrix
  /** 1 / length of each row, 0 for rows that have no direction. */
  readonly scales: Float64Array
  readonly unit: Float32Array
  readonly own: number | undefined
  readonly k: number
}

const shareFound = ({ vectors, scales, unit, own, k }: Query, found: readonly number[]): number | null => {
  const { columns, values } = vectors
  const counts = (row: number) => row !== own && (scales[row] ?? 0) > 0
  const cosine = (row: number) => dotProduct(unit, 0, values, row * columns, columns) * (scales[row] ?? 0)
  const exact = nearestTable(1, k)
  for (let row = 0; row < vectors.rows; row += 1) if (counts(row)) offer(exact, 0, row, cosine(row))
  const wanted = exact.scores.filter((score) => Number.isFinite(score)).length
  if (wanted === 0) return null
  const least = (exact.scores[wanted - 1] ?? 0) - tie
  const right = [...new Set(found.slice(0, k))].filter((row) => counts(row) && cosine(row) >= least)
  return Math.min(1, right.length / wanted)
}
