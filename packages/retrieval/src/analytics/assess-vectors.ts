import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { type Assessment, assessRows, type RowContext } from './assess-rows.ts'
import { groupRows } from './draw-rows.ts'
import type { RowPairs } from './pair-cosines.ts'
import { allRows, requireShape } from './survey.ts'

export type VectorsToAssess = {
  readonly vectors: DenseMatrix
  /** How many columns the model version promises. */
  readonly dimensions?: number
  /** Rows of chunks that follow each other in a document. */
  readonly adjacentPairs?: RowPairs
  /** Each row with the nearest other that an index found in the whole collection. Without it, the sample's own. */
  readonly nearestPairs?: RowPairs
  /** A label for each row under each heading: `{documentType: ['pdf', …], strategy: ['sentence', …]}`. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
}

export type AssessmentOptions = {
  readonly seed?: number
  /** Rows compared each with each: the cost grows with the square. */
  readonly sampleSize?: number
  /** The same within a group. */
  readonly groupSampleSize?: number
  /** The largest groups under each heading; the others are only counted. */
  readonly mostGroups?: number
  /** Two vectors are near-duplicates from this cosine on. */
  readonly duplicateCosine?: number
}

export type GroupAssessment = Assessment & { readonly heading: string; readonly label: string }

export type VectorReport = Assessment & {
  readonly seed: number
  readonly dimensions: { readonly expected: number | null; readonly found: number; readonly agree: boolean }
  readonly groups: readonly GroupAssessment[]
  /** Groups beyond the largest. */
  readonly groupsLeftOut: number
}

/**
 * What can be told of vectors without asking whether they find the right thing: soundness, cosines, anisotropy,
 * hubness and duplicates, over all and by group. Plain JSON; the same seed gives the same report.
 *
 * Lengths, mean vector and exact duplicates are of every row: two readings of the matrix. The rest is of a sample of m
 * rows: m² / 2 cosines. Each heading adds two readings, each group its own sample.
 * @throws RangeError when sizes do not agree.
 */
export const assessVectors = (input: VectorsToAssess, options: AssessmentOptions = {}): VectorReport => {
  const { vectors, dimensions, groups = {} } = input
  const { seed = 1, sampleSize = 2_000, groupSampleSize = 1_000, mostGroups = 20, duplicateCosine = 0.98 } = options
  requireSizes(input)
  const context: RowContext = {
    vectors,
    adjacentPairs: input.adjacentPairs ?? null,
    nearestPairs: input.nearestPairs ?? null,
    duplicateCosine,
    seed,
  }
  const assessed: GroupAssessment[] = []
  let groupsLeftOut = 0
  for (const [heading, labels] of Object.entries(groups)) {
    const found = largestFirst(groupRows(allRows(vectors), labels))
    groupsLeftOut += Math.max(0, found.length - mostGroups)
    for (const [label, rows] of found.slice(0, mostGroups)) {
      assessed.push({ heading, label, ...assessRows(context, Uint32Array.from(rows), groupSampleSize) })
    }
  }
  return {
    seed,
    dimensions: {
      expected: dimensions ?? null,
      found: vectors.columns,
      agree: dimensions === undefined || dimensions === vectors.columns,
    },
    ...assessRows(context, allRows(vectors), sampleSize),
    groups: assessed,
    groupsLeftOut,
  }
}

const requireSizes = ({ vectors, adjacentPairs, nearestPairs, groups = {} }: VectorsToAssess): void => {
  requireShape(vectors)
  for (const pairs of [adjacentPairs, nearestPairs]) {
    if (pairs && pairs.length % 2 !== 0) throw new RangeError('Pairs need two rows each')
    if (pairs?.some((row) => row >= vectors.rows)) throw new RangeError('A pair names a row that is not there')
  }
  for (const [heading, labels] of Object.entries(groups)) {
    if (labels.length !== vectors.rows) throw new RangeError(`Groups by ${heading} need one label for each row`)
  }
}

const largestFirst = (groups: Map<string, number[]>): [string, number[]][] =>
  [...groups].sort(([a, rowsA], [b, rowsB]) => rowsB.length - rowsA.length || (a < b ? -1 : 1))
