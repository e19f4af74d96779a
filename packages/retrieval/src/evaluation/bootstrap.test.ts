import { expect, test } from '@jest/globals'
import { comparePaired, meanInterval, percentile } from './bootstrap.ts'

const values = Array.from({ length: 100 }, (_, at) => (at * 37) % 100)

test('an interval holds its mean and is about two standard errors to either side', () => {
  const { mean, low, high } = meanInterval(values)
  expect(mean).toBe(49.5)
  expect((high - low) / 2).toBeGreaterThan(1.7 * 2.887)
  expect((high - low) / 2).toBeLessThan(2.3 * 2.887)
})

test('the same values give the same interval', () => {
  expect(meanInterval(values)).toEqual(meanInterval(values))
  expect(meanInterval([])).toEqual({ mean: 0, low: 0, high: 0 })
})

test('a percentile is one of the values', () => {
  expect([0.5, 0.99, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([2, 4, 4])
})

test('a difference that chance makes often is told from one that it does not', () => {
  const better = values.map((value) => value + 1)
  const other = values.toReversed()
  expect(comparePaired(better, values).pValue).toBeLessThan(0.001)
  expect(comparePaired(other, values).pValue).toBeGreaterThan(0.5)
  expect(() => comparePaired([1], [])).toThrow(RangeError)
})
