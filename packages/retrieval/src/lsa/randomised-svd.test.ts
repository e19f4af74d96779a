import { expect, test } from '@jest/globals'
import { randomisedSvd } from './randomised-svd.ts'
import { seededRandom } from './seeded-random.ts'
import { multiplySparse, type SparseMatrix, transpose } from './sparse-matrix.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

const sparse = (rows: number, columns: number, share: number): SparseMatrix => {
  const random = seededRandom(3)
  const entries = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (_, column) => [column, random()] as const).filter(() => random() < share),
  )
  const starts = Uint32Array.from([0, ...entries.map((row) => row.length)])
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  return {
    rows,
    columns,
    starts,
    indexes: Uint32Array.from(entries.flat(), ([column]) => column),
    values: Float32Array.from(entries.flat(), ([, value]) => value),
  }
}

const toRows = ({ rows, columns, starts, indexes, values }: SparseMatrix): number[][] => {
  const dense = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (const [row, cells] of dense.entries()) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) cells[indexes[at] ?? 0] = values[at] ?? 0
  }
  return dense
}

test('a matrix transposed twice is itself', () => {
  const matrix = sparse(30, 20, 0.3)
  expect(transpose(transpose(matrix))).toEqual(matrix)
})

test('the strongest singular values and directions agree with the exact ones', () => {
  const matrix = sparse(60, 40, 0.2)
  const cells = toRows(matrix)
  const gram = new Float64Array(40 * 40)
  for (const row of cells)
    for (let i = 0; i < 40; i += 1)
      for (let j = 0; j < 40; j += 1) {
        gram[i * 40 + j] = (gram[i * 40 + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0)
      }
  const exact = symmetricEigen(gram, 40)
  const { singularValues, right } = randomisedSvd(matrix, { dimensions: 5, seed: 1, iterations: 4 })
  for (const [at, value] of singularValues.entries()) {
    expect(value).toBeCloseTo(Math.sqrt(exact.values[at] ?? 0), 2)
  }
  const projected = multiplySparse(matrix, right).values
  const norm = Math.hypot(...projected.filter((_, at) => at % 5 === 0))
  expect(norm).toBeCloseTo(singularValues[0] ?? 0, 4)
})

test('the directions are orthonormal and the same for the same seed', () => {
  const matrix = sparse(60, 40, 0.2)
  const options = { dimensions: 6, seed: 5, iterations: 2 }
  const { right } = randomisedSvd(matrix, options)
  expect(randomisedSvd(matrix, options).right.values).toEqual(right.values)
  for (let i = 0; i < 6; i += 1) {
    for (let j = 0; j < 6; j += 1) {
      let sum = 0
      for (let row = 0; row < 40; row += 1) sum += (right.values[row * 6 + i] ?? 0) * (right.values[row * 6 + j] ?? 0)
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 4)
    }
  }
})

test('a matrix of lower rank gives fewer dimensions, and an empty one none', () => {
  const one: SparseMatrix = {
    rows: 3,
    columns: 4,
    starts: Uint32Array.of(0, 2, 4, 6),
    indexes: Uint32Array.of(0, 1, 0, 1, 0, 1),
    values: Float32Array.of(1, 2, 2, 4, 3, 6),
  }
  expect([...randomisedSvd(one, { dimensions: 3, seed: 1, iterations: 2 }).singularValues]).toEqual([
    expect.closeTo(Math.sqrt(14 * 5), 3),
  ])
  const none = {
    rows: 0,
    columns: 0,
    starts: Uint32Array.of(0),
    indexes: new Uint32Array(),
    values: new Float32Array(),
  }
  expect(randomisedSvd(none, { dimensions: 3, seed: 1, iterations: 2 }).singularValues).toHaveLength(0)
})
