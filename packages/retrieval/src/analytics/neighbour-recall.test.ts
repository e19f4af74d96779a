import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { neighbourRecall } from './neighbour-recall.ts'
import { cloud, matrixOf } from './testing/vectors.ts'

const vectors = matrixOf([
  [1, 0],
  [5, 0.5],
  [1, 1],
  [0, 1],
  [-1, 0],
  [Number.NaN, 0],
])
const queries = matrixOf([[2, 0]])

test('the exact ranking has recall 1, in any order', () => {
  const found = [[2, 0, 1]]
  expect(neighbourRecall({ vectors, queries, found, k: 3 })).toMatchObject({ recall: { mean: 1 }, imperfect: 0 })
})

test('what is missing, repeated, broken or beyond k does not count', () => {
  const recallOf = (found: readonly number[]) => neighbourRecall({ vectors, queries, found: [found], k: 3 }).recall.mean
  expect(recallOf([0, 1])).toBeCloseTo(2 / 3, 9)
  expect(recallOf([0, 0, 0])).toBeCloseTo(1 / 3, 9)
  expect(recallOf([0, 5, 99, 1, 2])).toBeCloseTo(1 / 3, 9)
  expect(recallOf([])).toBe(0)
})

test('the choice among equals costs nothing', () => {
  const twins = matrixOf([
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 1],
  ])
  for (const found of [[0], [1], [2]])
    expect(neighbourRecall({ vectors: twins, queries, found: [found], k: 1 }).recall.mean).toBe(1)
})

test('a row is not its own neighbour', () => {
  const ranking = { vectors, queries: matrixOf([[1, 0]]), except: [0], k: 1 }
  expect(neighbourRecall({ ...ranking, found: [[1]] }).recall.mean).toBe(1)
  expect(neighbourRecall({ ...ranking, found: [[0]] }).recall.mean).toBe(0)
})

test('fewer vectors than k can all be found', () => {
  expect(neighbourRecall({ vectors, queries, found: [[0, 1, 2, 3, 4]] }).recall.mean).toBe(1)
})

test('leaving out a share of what is right lowers recall by that share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 99 }), (missed, seed) => {
      const many = cloud(60, 4, seed)
      const asked = cloud(3, 4, seed + 1)
      const exact = Array.from({ length: asked.rows }, (_, query) => ranked(many, asked, query).slice(missed, 10))
      expect(neighbourRecall({ vectors: many, queries: asked, found: exact }).recall.mean).toBeCloseTo(
        1 - missed / 10,
        9,
      )
    }),
    { numRuns: 25 },
  )
})

const ranked = (many: typeof vectors, asked: typeof vectors, query: number): number[] => {
  const row = (matrix: typeof vectors, at: number) => matrix.values.subarray(at * 4, at * 4 + 4)
  const cosine = (at: number) =>
    row(many, at).reduce((sum, value, k) => sum + value * (row(asked, query)[k] ?? 0), 0) / Math.hypot(...row(many, at))
  return Array.from({ length: many.rows }, (_, at) => at).sort((a, b) => cosine(b) - cosine(a))
}

test('sizes that do not agree are refused', () => {
  expect(() => neighbourRecall({ vectors, queries, found: [] })).toThrow(RangeError)
  expect(() => neighbourRecall({ vectors, queries: cloud(1, 3, 1), found: [[]] })).toThrow(RangeError)
})
