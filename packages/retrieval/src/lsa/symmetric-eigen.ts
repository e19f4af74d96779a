export type Eigen = {
  /** Largest first. */
  readonly values: Float64Array
  /** Column j, by rows in one array, belongs to value j. */
  readonly vectors: Float64Array
}

const mostSweeps = 60

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations
 * (Golub & Van Loan, Matrix Computations, 4th edition, section 8.5).
 */
export const symmetricEigen = (matrix: Float64Array, size: number): Eigen => {
  const a = matrix.slice()
  // Kept transposed, so that a rotation works on two contiguous rows.
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) v[i * size + i] = 1
  const tiny = 1e-24 * squares(a)
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, size) > tiny; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, size, p, q)
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => at(a, j * size + j) - at(a, i * size + i))
  const vectors = new Float64Array(size * size)
  for (const [column, from] of order.entries()) {
    for (let row = 0; row < size; row += 1) vectors[row * size + column] = at(v, from * size + row)
  }
  return { values: Float64Array.from(order, (i) => at(a, i * size + i)), vectors }
}

/** Only the loops below know that their indexes are inside. */
const at = (array: Float64Array, index: number): number => array[index] as number

const squares = (a: Float64Array): number => {
  let sum = 0
  for (const value of a) sum += value * value
  return sum
}

const offDiagonal = (a: Float64Array, size: number): number => {
  let sum = 0
  for (let i = 0; i < size; i += 1) for (let j = i + 1; j < size; j += 1) sum += 2 * at(a, i * size + j) ** 2
  return sum
}

/** Makes a[p][q] zero. */
const rotate = (a: Float64Array, v: Float64Array, size: number, p: number, q: number): void => {
  const apq = at(a, p * size + q)
  const app = at(a, p * size + p)
  const aqq = at(a, q * size + q)
  if (Math.abs(apq) <= 1e-17 * Math.sqrt(Math.abs(app * aqq)) || apq === 0) return
  const tau = (aqq - app) / (2 * apq)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  turnRows(a, size, p, q, c, s)
  for (let i = 0; i < size; i += 1) {
    a[i * size + p] = at(a, p * size + i)
    a[i * size + q] = at(a, q * size + i)
  }
  a[p * size + p] = app - t * apq
  a[q * size + q] = aqq + t * apq
  a[p * size + q] = 0
  a[q * size + p] = 0
  turnRows(v, size, p, q, c, s)
}

const turnRows = (m: Float64Array, size: number, p: number, q: number, c: number, s: number): void => {
  const rowP = p * size
  const rowQ = q * size
  for (let i = 0; i < size; i += 1) {
    const x = at(m, rowP + i)
    const y = at(m, rowQ + i)
    m[rowP + i] = c * x - s * y
    m[rowQ + i] = s * x + c * y
  }
}
