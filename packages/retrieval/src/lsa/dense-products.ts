import { type DenseMatrix, denseMatrix } from './sparse-matrix.ts'

/**
 * X · M for a small M by rows, in double precision inside. Four rows of M are added at a time, since writing the sums
 * back costs more than adding.
 */
export const multiplyDense = (x: DenseMatrix, m: Float64Array, width: number): DenseMatrix => {
  const product = denseMatrix(x.rows, width)
  const inner = x.columns
  const padded = new Float64Array((inner + 3) * width)
  padded.set(m)
  const sums = new Float64Array(width)
  const factors = new Float64Array(inner + 3)
  for (let row = 0; row < x.rows; row += 1) {
    sums.fill(0)
    for (let k = 0; k < inner; k += 1) factors[k] = x.values[row * inner + k] as number
    for (let k = 0; k < inner; k += 4) addFour(sums, padded, factors, k, width)
    product.values.set(sums, row * width)
  }
  return product
}

const addFour = (sums: Float64Array, m: Float64Array, factors: Float64Array, k: number, width: number): void => {
  const f0 = factors[k] as number
  const f1 = factors[k + 1] as number
  const f2 = factors[k + 2] as number
  const f3 = factors[k + 3] as number
  const m0 = k * width
  const m1 = m0 + width
  const m2 = m1 + width
  const m3 = m2 + width
  for (let j = 0; j < width; j += 1) {
    sums[j] =
      (sums[j] as number) +
      f0 * (m[m0 + j] as number) +
      f1 * (m[m1 + j] as number) +
      f2 * (m[m2 + j] as number) +
      f3 * (m[m3 + j] as number)
  }
}

/** Xᵀ · X in double precision, four rows of X at a time. */
export const gramMatrix = (x: DenseMatrix): Float64Array => {
  const n = x.columns
  const gram = new Float64Array(n * n)
  const block = new Float64Array(4 * n)
  for (let row = 0; row < x.rows; row += 4) {
    const from = row * n
    const filled = Math.min(4 * n, x.values.length - from)
    for (let at = 0; at < 4 * n; at += 1) block[at] = at < filled ? (x.values[from + at] as number) : 0
    addOuterProducts(gram, block, n)
  }
  for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) gram[i * n + j] = gram[j * n + i] as number
  return gram
}

/** The upper triangle only. */
const addOuterProducts = (gram: Float64Array, block: Float64Array, n: number): void => {
  for (let i = 0; i < n; i += 1) {
    const f0 = block[i] as number
    const f1 = block[n + i] as number
    const f2 = block[2 * n + i] as number
    const f3 = block[3 * n + i] as number
    const out = i * n
    for (let j = i; j < n; j += 1) {
      gram[out + j] =
        (gram[out + j] as number) +
        f0 * (block[j] as number) +
        f1 * (block[n + j] as number) +
        f2 * (block[2 * n + j] as number) +
        f3 * (block[3 * n + j] as number)
    }
  }
}
