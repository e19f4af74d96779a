import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Distribution, distributionSchema, shareSchema } from './distribution.ts'
import { quantilesOf } from './draws.ts'
import { normalQuantile } from './normal.ts'
import { randomFrom } from './random.ts'
import { sample } from './sample.ts'

const draw = (distribution: Distribution, count = 40_000) => sample(distribution, randomFrom('a name'), count)
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length

test.each<[Distribution, number]>([
  [{ kind: 'fixed', value: 7 }, 7],
  [{ kind: 'uniform', low: 2, high: 6 }, 4],
  [{ kind: 'triangular', low: 1, mode: 2, high: 6 }, 3],
  [{ kind: 'beta', a: 2, b: 3 }, 0.4],
  [{ kind: 'beta', a: 20, b: 1 }, 20 / 21],
  [{ kind: 'beta', a: 0.3, b: 0.9 }, 0.25],
])('%j has the mean that its definition gives', (distribution, mean) => {
  expect(meanOf(draw(distribution)) / mean).toBeCloseTo(1, 1.7)
})

test('a beta varies as its definition says', () => {
  const values = draw({ kind: 'beta', a: 4, b: 3 })
  const mean = meanOf(values)
  const variance = meanOf(values.map((value) => (value - mean) ** 2))
  expect(variance).toBeCloseTo((4 * 3) / (7 * 7 * 8), 3)
})

test('a lognormal has the percentiles that it was given', () => {
  const { p10, p50, p90 } = quantilesOf(draw({ kind: 'lognormal', p10: 10, p90: 90 }))
  expect(p10 / 10).toBeCloseTo(1, 1)
  expect(p50 / 30).toBeCloseTo(1, 1)
  expect(p90 / 90).toBeCloseTo(1, 1)
})

test('a skewed one keeps its median, and each half its own width', () => {
  const values = draw({ kind: 'skewed', p5: 1, p50: 2, p95: 16 }).toSorted()
  const at = (share: number) => values[Math.floor(share * values.length)] ?? 0
  expect([at(0.05), at(0.5) / 2, at(0.95) / 16].map((value) => Number(value.toFixed(1)))).toEqual([1, 1, 1])
})

test.each([
  [0.5, 0],
  [0.975, 1.959963985],
  [0.9, 1.281551566],
  [0.001, -3.090232306],
])('the normal quantile of %d is %d', (share, quantile) => {
  expect(normalQuantile(share)).toBeCloseTo(quantile, 7)
})

test('numbers are spread evenly, and the same for the same name only', () => {
  const random = randomFrom('rate')
  const counts = new Array<number>(10).fill(0)
  for (let at = 0; at < 50_000; at += 1) {
    const bin = Math.floor(10 * random())
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0)
  // The 99.9th percentile of chi-square with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88)
  const first = (name: string) => Array.from({ length: 4 }, randomFrom(name))
  expect(first('rate')).toEqual(first('rate'))
  expect(first('rate')).not.toEqual(first('rates'))
})

test('names that differ little give numbers that have nothing to do with each other', () => {
  const [a, b] = ['people of a', 'people of b'].map((name) =>
    sample({ kind: 'uniform', low: -1, high: 1 }, randomFrom(name), 20_000),
  )
  const product = meanOf((a ?? new Float64Array()).map((value, at) => value * (b?.[at] ?? 0)))
  expect(Math.abs(product)).toBeLessThan(0.01)
})

test('draws stay within the bounds that a distribution has', () => {
  const bounds = fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)).map((three) => three.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(bounds, fc.string(), ([low = 0, mode = 0, high = 0], name) => {
      for (const distribution of [
        { kind: 'triangular', low, mode, high },
        { kind: 'uniform', low, high },
      ] as const) {
        for (const value of sample(distribution, randomFrom(name), 50)) {
          expect(value).toBeGreaterThanOrEqual(low)
          expect(value).toBeLessThanOrEqual(high)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test.each([
  { kind: 'triangular', low: 3, mode: 2, high: 4 },
  { kind: 'uniform', low: 3, high: 2 },
  { kind: 'lognormal', p10: 0, p90: 2 },
  { kind: 'fixed', value: -1 },
  { kind: 'fixed', value: Number.NaN },
  { kind: 'beta', a: 0, b: 1 },
  { kind: 'normal', mean: 1 },
])('%j is refused', (distribution) => {
  expect(distributionSchema.safeParse(distribution).success).toBe(false)
})

test('a share of a whole is at most all of it', () => {
  expect(shareSchema.safeParse({ kind: 'uniform', low: 0.2, high: 1 }).success).toBe(true)
  expect(shareSchema.safeParse({ kind: 'uniform', low: 0.2, high: 1.2 }).success).toBe(false)
  expect(shareSchema.safeParse({ kind: 'lognormal', p10: 0.2, p90: 0.4 }).success).toBe(false)
})
