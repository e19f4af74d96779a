import { seededNormals } from '../lsa/seeded-random.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { symmetricEigen } from '../lsa/symmetric-eigen.ts'

export type PrincipalDirections = {
  /** A unit row for each direction, strongest first. */
  readonly directions: DenseMatrix
  /** The share of the variance about the mean that lies along each. */
  readonly varianceShares: readonly number[]
}

/** Enough for the first few directions: what is missing of a variance falls with the square of the steps. */
const mostSteps = 48

/** A step that adds less than this share of the length adds rounding only. */
const leastShare = 1e-9

/**
 * The strongest directions of the rows about their mean, by Lanczos steps with full re-orthogonalisation (Golub & Van
 * Loan, Matrix Computations, 4th edition, sections 10.1 and 10.3). The start is a random mix of the rows themselves, so
 * that rotated rows give rotated directions. Costs 48 × 2 × rows × columns multiplications.
 */
export const principalDirections = (x: DenseMatrix, count: number, seed: number): PrincipalDirections => {
  const mean = columnMeans(x)
  const normal = seededNormals(seed)
  const weights = Float64Array.from({ length: x.rows }, () => normal())
  const { basis, diagonal, offDiagonal } = lanczos(x, mean, mixRows(x, mean, weights))
  const steps = basis.length
  const { values, vectors } = symmetricEigen(tridiagonal(diagonal, offDiagonal), steps)
  const found = Math.min(count, steps)
  const directions = new Float32Array(found * x.columns)
  for (let k = 0; k < x.columns; k += 1) {
    for (let column = 0; column < found; column += 1) {
      let sum = 0
      for (const [step, vector] of basis.entries()) sum += (vector[k] ?? 0) * (vectors[step * steps + column] ?? 0)
      directions[column * x.columns + k] = sum
    }
  }
  const total = totalVariance(x, mean)
  return {
    directions: { rows: found, columns: x.columns, values: directions },
    varianceShares: [...values.slice(0, found)].map((value) =>
      total > 0 ? Math.min(1, Math.max(0, value / total)) : 0,
    ),
  }
}

type Lanczos = { basis: Float64Array[]; diagonal: number[]; offDiagonal: number[] }

const lanczos = (x: DenseMatrix, mean: Float64Array, start: Float64Array): Lanczos => {
  const found: Lanczos = { basis: [], diagonal: [], offDiagonal: [] }
  const startLength = lengthOf(start)
  if (!(startLength > leastShare)) return found
  let vector = start.map((value) => value / startLength)
  for (let step = 0; step < Math.min(mostSteps, x.columns, x.rows); step += 1) {
    const image = mixRows(x, mean, projectRows(x, mean, vector))
    found.basis.push(vector)
    found.diagonal.push(innerProduct(vector, image))
    const before = lengthOf(image)
    for (let pass = 0; pass < 2; pass += 1) for (const known of found.basis) removeAlong(image, known)
    const rest = lengthOf(image)
    if (rest <= leastShare * before || before === 0) break
    found.offDiagonal.push(rest)
    vector = image.map((value) => value / rest)
  }
  return found
}

const tridiagonal = (diagonal: readonly number[], offDiagonal: readonly number[]): Float64Array => {
  const size = diagonal.length
  const matrix = new Float64Array(size * size)
  for (const [at, value] of diagonal.entries()) matrix[at * size + at] = value
  for (const [at, value] of offDiagonal.slice(0, Math.max(0, size - 1)).entries()) {
    matrix[at * size + at + 1] = value
    matrix[(at + 1) * size + at] = value
  }
  return matrix
}

const columnMeans = ({ rows, columns, values }: DenseMatrix): Float64Array => {
  const means = new Float64Array(columns)
  for (let at = 0; at < values.length; at += 1) {
    means[at % columns] = (means[at % columns] as number) + (values[at] as number) / rows
  }
  return means
}

/** (X − mean) · v */
const projectRows = ({ rows, columns, values }: DenseMatrix, mean: Float64Array, v: Float64Array): Float64Array => {
  const offset = innerProduct(mean, v)
  const products = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    let sum = -offset
    for (let k = 0; k < columns; k += 1) sum += (values[row * columns + k] as number) * (v[k] as number)
    products[row] = sum
  }
  return products
}

/** (X − mean)ᵀ · w */
const mixRows = ({ rows, columns, values }: DenseMatrix, mean: Float64Array, w: Float64Array): Float64Array => {
  const mix = new Float64Array(columns)
  for (let row = 0; row < rows; row += 1) {
    const weight = w[row] as number
    for (let k = 0; k < columns; k += 1) {
      mix[k] = (mix[k] as number) + weight * ((values[row * columns + k] as number) - (mean[k] as number))
    }
  }
  return mix
}

const totalVariance = ({ columns, values }: DenseMatrix, mean: Float64Array): number => {
  let total = 0
  for (let at = 0; at < values.length; at += 1) total += ((values[at] as number) - (mean[at % columns] as number)) ** 2
  return total
}

const innerProduct = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number)
  return sum
}

const lengthOf = (a: Float64Array): number => Math.sqrt(innerProduct(a, a))

const removeAlong = (a: Float64Array, unit: Float64Array): void => {
  const along = innerProduct(a, unit)
  for (let k = 0; k < a.length; k += 1) a[k] = (a[k] as number) - along * (unit[k] as number)
}
