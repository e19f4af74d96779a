import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { averagePrecision, ndcgAt, recallAt, reciprocalRank } from './metrics.ts'

const judgments = new Map([
  ['a', 3],
  ['b', 1],
  ['c', 0],
  ['d', 2],
])

test('gains are discounted by rank and compared with the best order', () => {
  const gained = 1 / Math.log2(2) + 3 / Math.log2(4)
  const best = 3 / Math.log2(2) + 2 / Math.log2(3) + 1 / Math.log2(4)
  expect(ndcgAt(['b', 'c', 'a'], judgments, 10)).toBeCloseTo(gained / best, 12)
})

test('relevant documents that were not found count as zero', () => {
  expect(averagePrecision(['x', 'a', 'b'], judgments)).toBeCloseTo((1 / 2 + 2 / 3) / 3, 12)
  expect(recallAt(['x', 'a', 'b'], judgments, 2)).toBeCloseTo(1 / 3, 12)
  expect(reciprocalRank(['x', 'c', 'd'], judgments)).toBeCloseTo(1 / 3, 12)
})

test('every measure is 0 for nothing and within 0 and 1 for any order', () => {
  const measures = (ranking: readonly string[]) => [
    ndcgAt(ranking, judgments, 10),
    averagePrecision(ranking, judgments),
    recallAt(ranking, judgments, 100),
    reciprocalRank(ranking, judgments),
  ]
  expect(measures([])).toEqual([0, 0, 0, 0])
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'x', 'y']), (ranking) => {
      for (const value of measures(ranking)) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
  )
})
