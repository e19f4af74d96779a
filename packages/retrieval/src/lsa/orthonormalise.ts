import { gramMatrix, multiplyDense } from './dense-products.ts'
import type { DenseMatrix } from './sparse-matrix.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** Directions weaker than this share of the strongest are noise of single precision and are left out. */
const leastShare = 1e-10

/**
 * An orthonormal basis of the columns of a tall matrix. The columns of X · R⁻¹, with R from the Cholesky factor of
 * XᵀX, are orthonormal up to rounding, so it is done twice (CholeskyQR2: Yamamoto and others, ETNA 44, 2015).
 * A matrix of lower rank gives fewer columns.
 */
export const orthonormalise = (x: DenseMatrix): DenseMatrix => orthonormaliseOnce(orthonormaliseOnce(x))

/** One pass alone: good enough between power iterations, where only the span of the columns matters. */
export const orthonormaliseOnce = (x: DenseMatrix): DenseMatrix => {
  const gram = gramMatrix(x)
  const inverse = inverseCholesky(gram, x.columns)
  return inverse ? multiplyDense(x, inverse, x.columns) : byEigenvectors(x, gram)
}

/** The upper triangular R⁻¹ for XᵀX = RᵀR, or undefined where the columns are all but dependent. */
const inverseCholesky = (gram: Float64Array, n: number): Float64Array | undefined => {
  const r = new Float64Array(n * n)
  const at = (m: Float64Array, i: number, j: number) => m[i * n + j] as number
  for (let i = 0; i < n; i += 1) {
    for (let j = i; j < n; j += 1) {
      let sum = at(gram, i, j)
      for (let k = 0; k < i; k += 1) sum -= at(r, k, i) * at(r, k, j)
      if (i !== j) r[i * n + j] = sum / at(r, i, i)
      else if (sum > leastShare * at(gram, i, i)) r[i * n + i] = Math.sqrt(sum)
      else return undefined
    }
  }
  const inverse = new Float64Array(n * n)
  for (let j = 0; j < n; j += 1) {
    inverse[j * n + j] = 1 / at(r, j, j)
    for (let i = j - 1; i >= 0; i -= 1) {
      let sum = 0
      for (let k = i + 1; k <= j; k += 1) sum += at(r, i, k) * at(inverse, k, j)
      inverse[i * n + j] = -sum / at(r, i, i)
    }
  }
  return inverse
}

/** X · V · Λ^(−½) over the eigenvectors of XᵀX that carry anything. */
const byEigenvectors = (x: DenseMatrix, gram: Float64Array): DenseMatrix => {
  const n = x.columns
  const { values, vectors } = symmetricEigen(gram, n)
  const strongest = values[0] ?? 0
  const kept = values.filter((value) => value > leastShare * strongest && value > 0)
  const factors = new Float64Array(n * kept.length)
  for (let row = 0; row < n; row += 1) {
    for (const [column, value] of kept.entries()) {
      factors[row * kept.length + column] = (vectors[row * n + column] ?? 0) / Math.sqrt(value)
    }
  }
  return multiplyDense(x, factors, kept.length)
}
