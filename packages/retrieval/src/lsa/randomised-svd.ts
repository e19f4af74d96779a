import { gramMatrix, multiplyDense } from './dense-products.ts'
import { orthonormalise, orthonormaliseOnce } from './orthonormalise.ts'
import { seededNormals } from './seeded-random.ts'
import { type DenseMatrix, denseMatrix, multiplySparse, type SparseMatrix, transpose } from './sparse-matrix.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

export type TruncatedSvd = {
  /** A ≈ U · diag(s) · Vᵀ, the singular values largest first; U is not kept, being A · V / s. */
  readonly singularValues: Float64Array
  /** V by rows: a row for each column of A. */
  readonly right: DenseMatrix
}

export type SvdOptions = {
  readonly dimensions: number
  readonly seed: number
  /** Power iterations: each sharpens the spectrum at the price of two passes. */
  readonly iterations: number
  readonly oversampling?: number
}

/** Values below this share of the largest are noise of single precision. */
const leastShare = 1e-6

/**
 * The strongest singular values and right singular vectors by a randomised range finder with power iterations
 * (Halko, Martinsson & Tropp, SIAM Review 53(2), 2011, algorithms 4.4 and 5.1). The same seed gives the same result.
 * A matrix of lower rank gives fewer dimensions.
 */
export const randomisedSvd = (a: SparseMatrix, options: SvdOptions): TruncatedSvd => {
  const width = Math.min(options.dimensions + (options.oversampling ?? 16), a.rows, a.columns)
  if (width <= 0 || options.dimensions <= 0)
    return { singularValues: new Float64Array(), right: denseMatrix(a.columns, 0) }
  const normal = seededNormals(options.seed)
  const start = denseMatrix(a.columns, width)
  for (let at = 0; at < start.values.length; at += 1) start.values[at] = normal()
  const transposed = transpose(a)
  let sample = multiplySparse(a, start)
  for (let iteration = 0; iteration < options.iterations; iteration += 1) {
    sample = multiplySparse(a, multiplySparse(transposed, orthonormaliseOnce(sample)))
  }
  return decompose(multiplySparse(transposed, orthonormalise(sample)), options.dimensions)
}

/** For B = Aᵀ · Q: BᵀB = W · s² · Wᵀ gives V = B · W / s. */
const decompose = (b: DenseMatrix, dimensions: number): TruncatedSvd => {
  const { values, vectors } = symmetricEigen(gramMatrix(b), b.columns)
  const largest = Math.sqrt(Math.max(0, values[0] ?? 0))
  const singularValues = values
    .map((value) => Math.sqrt(Math.max(0, value)))
    .filter((value) => value > 0 && value > leastShare * largest)
    .slice(0, dimensions)
  const width = singularValues.length
  const turn = new Float64Array(b.columns * width)
  for (let row = 0; row < b.columns; row += 1) {
    for (const [column, value] of singularValues.entries()) {
      turn[row * width + column] = (vectors[row * b.columns + column] ?? 0) / value
    }
  }
  return { singularValues, right: multiplyDense(b, turn, width) }
}
