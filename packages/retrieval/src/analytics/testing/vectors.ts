import { seededNormals } from '../../lsa/seeded-random.ts'
import type { DenseMatrix } from '../../lsa/sparse-matrix.ts'

export const matrixOf = (rows: readonly (readonly number[])[]): DenseMatrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float32Array.from(rows.flat()),
})

/** Normally distributed rows about a shifted first axis. */
export const cloud = (rows: number, columns: number, seed: number, shift = 0): DenseMatrix => {
  const normal = seededNormals(seed)
  return {
    rows,
    columns,
    values: Float32Array.from({ length: rows * columns }, (_, at) => normal() + (at % columns === 0 ? shift : 0)),
  }
}

/** The same rows in axes turned at random, by as many reflections as there are columns (Householder). */
export const rotated = ({ rows, columns, values }: DenseMatrix, seed: number): DenseMatrix => {
  const turned = Float64Array.from(values)
  const normal = seededNormals(seed)
  for (let turn = 0; turn < columns; turn += 1) {
    const axis = Float64Array.from({ length: columns }, () => normal())
    const squares = axis.reduce((sum, value) => sum + value * value, 0)
    for (let row = 0; row < rows; row += 1) {
      const at = turned.subarray(row * columns, (row + 1) * columns)
      const along = (2 * axis.reduce((sum, value, k) => sum + value * (at[k] ?? 0), 0)) / squares
      for (let k = 0; k < columns; k += 1) at[k] = (at[k] ?? 0) - along * (axis[k] ?? 0)
    }
  }
  return { rows, columns, values: Float32Array.from(turned) }
}

export const scaled = ({ rows, columns, values }: DenseMatrix, factor: number): DenseMatrix => ({
  rows,
  columns,
  values: values.map((value) => value * factor),
})
