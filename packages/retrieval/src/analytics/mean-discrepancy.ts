import { dotProduct } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'

/** Kernel values added over all ordered pairs of different rows within a and within b, and over all pairs between. */
export type KernelSums = { readonly withinA: number; readonly withinB: number; readonly between: number }

/**
 * The unbiased estimate of the squared maximum mean discrepancy of n and m rows (Gretton and others, "A kernel
 * two-sample test", JMLR 13, 2012, equation 3). About 0, and as often below, when both come from one distribution.
 */
export const meanDiscrepancy = ({ withinA, withinB, between }: KernelSums, n: number, m: number): number =>
  withinA / (n * (n - 1)) + withinB / (m * (m - 1)) - (2 * between) / (n * m)

/** exp(−‖x − y‖² / (2 σ²)), where ‖x − y‖² = 2 − 2 cos for unit rows: rows of `a` by rows of `b`. */
export const kernelMatrix = (a: DenseMatrix, b: DenseMatrix, bandwidth: number): Float32Array => {
  const kernel = new Float32Array(a.rows * b.rows)
  const width = a.columns
  for (let row = 0; row < a.rows; row += 1) {
    // A kernel of rows with themselves is symmetric: half of it is copied.
    const until = a === b ? row + 1 : b.rows
    for (let column = 0; column < until; column += 1) {
      const cosine = dotProduct(a.values, row * width, b.values, column * width, width)
      const value = Math.exp((cosine - 1) / (bandwidth * bandwidth))
      kernel[row * b.rows + column] = value
      if (a === b) kernel[column * b.rows + row] = value
    }
  }
  return kernel
}

/** The median distance between different unit rows: the usual bandwidth (Gretton and others, section 8). */
export const medianDistance = (units: DenseMatrix): number => {
  const { rows, columns, values } = units
  const distances = new Float64Array((rows * (rows - 1)) / 2)
  let at = 0
  for (let row = 1; row < rows; row += 1) {
    for (let other = 0; other < row; other += 1) {
      const cosine = dotProduct(values, row * columns, values, other * columns, columns)
      distances[at] = Math.sqrt(Math.max(0, 2 - 2 * cosine))
      at += 1
    }
  }
  return distances.sort()[distances.length >> 1] ?? 0
}

/** Sums over parts of one matrix's kernel, for any split of its rows in two. */
export const kernelSplitter = (kernel: Float32Array, rows: number): ((inB: Uint32Array) => KernelSums) => {
  const rowSums = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) rowSums[row] = sumOf(kernel.subarray(row * rows, (row + 1) * rows)) - 1
  const total = sumOf(rowSums)
  // Only the pairs within b are added up: the others follow from the sums of rows.
  return (inB) => {
    let withinB = 0
    let ofB = 0
    for (let i = 0; i < inB.length; i += 1) {
      const row = inB[i] as number
      ofB += rowSums[row] as number
      for (let j = 0; j < i; j += 1) withinB += 2 * (kernel[row * rows + (inB[j] as number)] as number)
    }
    const between = ofB - withinB
    return { withinA: total - withinB - 2 * between, withinB, between }
  }
}

export const sumOf = (values: Float32Array | Float64Array): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
