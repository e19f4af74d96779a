import type { DenseMatrix } from './sparse-matrix.ts'

/** The sum of products of two runs of numbers. Four sums at a time, so that no addition has to wait for the one before. */
export const dotProduct = (a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number => {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 3 < length; k += 4) {
    s0 += (a[fromA + k] as number) * (b[fromB + k] as number)
    s1 += (a[fromA + k + 1] as number) * (b[fromB + k + 1] as number)
    s2 += (a[fromA + k + 2] as number) * (b[fromB + k + 2] as number)
    s3 += (a[fromA + k + 3] as number) * (b[fromB + k + 3] as number)
  }
  for (; k < length; k += 1) s0 += (a[fromA + k] as number) * (b[fromB + k] as number)
  return s0 + s1 + s2 + s3
}

/**
 * The products of a vector with the rows of a matrix from `from` on, into the same places of `products`. Four rows at a
 * time: each number of the vector is read once for all of them. Every product is summed up in the same order, so that it
 * does not depend on which rows stand beside its own.
 */
export const rowProducts = (
  { rows, columns, values }: DenseMatrix,
  vector: Float32Array,
  products: Float64Array,
  from = 0,
): void => {
  let row = from
  for (; row + 3 < rows; row += 4) {
    const at = row * columns
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let k = 0; k < columns; k += 1) {
      const value = vector[k] as number
      s0 += value * (values[at + k] as number)
      s1 += value * (values[at + columns + k] as number)
      s2 += value * (values[at + 2 * columns + k] as number)
      s3 += value * (values[at + 3 * columns + k] as number)
    }
    products[row] = s0
    products[row + 1] = s1
    products[row + 2] = s2
    products[row + 3] = s3
  }
  for (; row < rows; row += 1) {
    let sum = 0
    for (let k = 0; k < columns; k += 1) sum += (vector[k] as number) * (values[row * columns + k] as number)
    products[row] = sum
  }
}
