import type { DenseMatrix } from '../lsa/sparse-matrix.ts'

/** What one reading of some rows tells. */
export type Survey = {
  /** Those with a direction: finite numbers, not all zero. */
  readonly usable: Uint32Array
  /** Their lengths, in the same order. */
  readonly norms: Float64Array
  readonly nonFinite: Uint32Array
  readonly zero: Uint32Array
  /** The sum of the usable rows brought to length 1. */
  readonly unitSum: Float64Array
}

/** Reads every row once: rows × columns multiplications, and one number of memory for each row. */
export const surveyRows = ({ columns, values }: DenseMatrix, rows: Uint32Array): Survey => {
  const usable: number[] = []
  const norms: number[] = []
  const nonFinite: number[] = []
  const zero: number[] = []
  const unitSum = new Float64Array(columns)
  for (const row of rows) {
    const norm = normAt(values, row * columns, columns)
    if (!Number.isFinite(norm)) nonFinite.push(row)
    else if (norm === 0) zero.push(row)
    else {
      usable.push(row)
      norms.push(norm)
      addScaled(unitSum, values, row * columns, 1 / norm)
    }
  }
  return {
    usable: Uint32Array.from(usable),
    norms: Float64Array.from(norms),
    nonFinite: Uint32Array.from(nonFinite),
    zero: Uint32Array.from(zero),
    unitSum,
  }
}

/** Single-precision numbers squared fit a double, so that only NaN and Infinity give a length that is not finite. */
const normAt = (values: Float32Array, from: number, length: number): number => {
  let squares = 0
  for (let at = from; at < from + length; at += 1) squares += (values[at] as number) ** 2
  return Math.sqrt(squares)
}

const addScaled = (sum: Float64Array, values: Float32Array, from: number, factor: number): void => {
  for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + factor * (values[from + k] as number)
}

/** The named rows, brought to length 1, as a matrix of their own. They must be usable. */
export const unitRows = ({ columns, values }: DenseMatrix, rows: Uint32Array): DenseMatrix => {
  const units = new Float32Array(rows.length * columns)
  for (const [place, row] of rows.entries()) {
    const scale = 1 / normAt(values, row * columns, columns)
    for (let k = 0; k < columns; k += 1) units[place * columns + k] = (values[row * columns + k] as number) * scale
  }
  return { rows: rows.length, columns, values: units }
}

/** @throws RangeError when the array is not rows × columns long. */
export const requireShape = ({ rows, columns, values }: DenseMatrix): void => {
  if (values.length !== rows * columns) throw new RangeError('A matrix needs rows × columns values')
}

export const allRows = ({ rows }: DenseMatrix): Uint32Array => Uint32Array.from({ length: rows }, (_, row) => row)
