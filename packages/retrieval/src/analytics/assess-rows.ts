import { seededRandom } from '../lsa/seeded-random.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { type Anisotropy, anisotropyOf } from './anisotropy.ts'
import { cosineRange, type Distribution, describe } from './distribution.ts'
import { drawRows, unitsOf } from './draw-rows.ts'
import { countExactDuplicates } from './exact-duplicates.ts'
import { type Hubness, hubnessOf } from './hubness.ts'
import { type NearestTable, nearestAmong } from './nearest-table.ts'
import { drawPairs, pairCosines, type RowPairs, randomPairs } from './pair-cosines.ts'
import { type Soundness, soundnessOf } from './soundness.ts'
import { surveyRows, unitRows } from './survey.ts'

type Duplicates = {
  /** The share of rows that have the same numbers as an earlier one, over all rows. */
  readonly exactShare: number
  /** The cosine from which two rows of the sample are near-duplicates. */
  readonly cosine: number
  readonly pairShare: number
  /** The share of the sample's rows that have a near-duplicate in the sample. */
  readonly rowShare: number
}

export type Assessment = {
  readonly rows: number
  readonly sampledRows: number
  readonly soundness: Soundness
  readonly cosines: {
    readonly random: Distribution | null
    readonly adjacent: Distribution | null
    readonly nearest: Distribution | null
    /** Among what the nearest was looked for. A sample's nearest are farther than a collection's. */
    readonly nearestWithin: 'collection' | 'sample'
  }
  readonly anisotropy: Anisotropy | null
  readonly hubness: Hubness | null
  readonly duplicates: Duplicates | null
}

export type RowContext = {
  readonly vectors: DenseMatrix
  readonly adjacentPairs: RowPairs | null
  readonly nearestPairs: RowPairs | null
  readonly duplicateCosine: number
  readonly seed: number
}

/** As many as Radovanović and others count. */
const neighboursCounted = 10

/** Puts the standard error of a mean cosine below a hundredth of the cosines' deviation. */
const mostPairs = 20_000

/** Assesses some rows of a matrix by a sample of them. */
export const assessRows = (context: RowContext, rows: Uint32Array, sampleSize: number): Assessment => {
  const { vectors, duplicateCosine, seed } = context
  const random = seededRandom(seed)
  const survey = surveyRows(vectors, rows)
  const sample = unitRows(vectors, drawRows(unitsOf(survey.usable), sampleSize, random))
  const { nearest, pairsAbove } = nearestAmong(sample, neighboursCounted, duplicateCosine)
  return {
    rows: rows.length,
    sampledRows: sample.rows,
    soundness: soundnessOf(survey),
    cosines: {
      random: describe(pairCosines(sample, randomPairs(sample.rows, mostPairs, random)), cosineRange),
      ...givenCosines(context, survey.usable, bestScores(nearest), random),
    },
    anisotropy: anisotropyOf(survey, sample, seed),
    hubness: hubnessOf(nearest),
    duplicates:
      sample.rows < 2
        ? null
        : {
            exactShare: countExactDuplicates(vectors, survey.usable) / survey.usable.length,
            cosine: duplicateCosine,
            pairShare: pairsAbove / ((sample.rows * (sample.rows - 1)) / 2),
            rowShare: bestScores(nearest).filter((cosine) => cosine >= duplicateCosine).length / sample.rows,
          },
  }
}

/** The cosines of the pairs that the caller names, or of what the sample has instead. */
const givenCosines = (
  { vectors, adjacentPairs, nearestPairs }: RowContext,
  usable: Uint32Array,
  nearestInSample: Float64Array,
  random: () => number,
): Pick<Assessment['cosines'], 'adjacent' | 'nearest' | 'nearestWithin'> => {
  const counted = new Uint8Array(vectors.rows)
  for (const row of usable) counted[row] = 1
  const cosinesOf = (pairs: RowPairs) =>
    pairCosines(
      vectors,
      drawPairs(pairs, (row) => counted[row] === 1, mostPairs, random),
    )
  return {
    adjacent: adjacentPairs && describe(cosinesOf(adjacentPairs), cosineRange),
    nearest: describe(nearestPairs ? cosinesOf(nearestPairs) : nearestInSample, cosineRange),
    nearestWithin: nearestPairs ? 'collection' : 'sample',
  }
}

const bestScores = ({ width, scores }: NearestTable): Float64Array =>
  scores.filter((score, at) => at % width === 0 && Number.isFinite(score))
