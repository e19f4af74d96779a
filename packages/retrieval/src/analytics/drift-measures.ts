import { dotProduct } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'
import { binShares, populationStability, quantileEdges } from './population-stability.ts'
import { principalDirections } from './principal-directions.ts'

export const driftMeasures = ['psi', 'ks', 'mmd'] as const
export type DriftMeasure = (typeof driftMeasures)[number]
export type DriftValues = Readonly<Record<DriftMeasure, number>>

/** Directions on which vectors are looked at one number at a time, and the bins for PSI on each. */
export type Projections = { readonly directions: DenseMatrix; readonly edges: readonly (readonly number[])[] }

const principalCount = 3

/** Siddiqi's custom. */
const psiBins = 10

/**
 * The mean and the strongest directions about it. They must come from rows that are compared with nothing: rows lie
 * further along directions that were fitted to them than rows that come later do.
 */
export const learnProjections = (units: DenseMatrix, seed: number): Projections => {
  const { directions } = principalDirections(units, principalCount, seed)
  const rows = 1 + directions.rows
  const values = new Float32Array(rows * units.columns)
  for (let at = 0; at < units.values.length; at += 1) {
    const column = at % units.columns
    values[column] = (values[column] as number) + (units.values[at] as number) / units.rows
  }
  values.set(directions.values, units.columns)
  const learnt = { rows, columns: units.columns, values }
  return { directions: learnt, edges: project(units, learnt).map((along) => quantileEdges(along.sort(), psiBins)) }
}

/** For each direction how far along it each row lies. */
export const project = (units: DenseMatrix, directions: DenseMatrix): Float64Array[] => {
  const width = units.columns
  return Array.from({ length: directions.rows }, (_, direction) =>
    Float64Array.from({ length: units.rows }, (_, row) =>
      dotProduct(units.values, row * width, directions.values, direction * width, width),
    ),
  )
}

/** The largest PSI and KS over the directions, of sorted projections. */
export const projectedDrift = (
  reference: readonly Float64Array[],
  current: readonly Float64Array[],
  edges: Projections['edges'],
): Pick<DriftValues, 'psi' | 'ks'> => {
  let psi = 0
  let ks = 0
  for (const [direction, before] of reference.entries()) {
    const after = current[direction] ?? new Float64Array()
    const bounds = edges[direction] ?? []
    psi = Math.max(psi, populationStability(binShares(before, bounds), binShares(after, bounds)))
    ks = Math.max(ks, kolmogorovSmirnov(before, after))
  }
  return { psi, ks }
}
