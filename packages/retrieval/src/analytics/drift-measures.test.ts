import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts'
import { kernelMatrix, kernelSplitter, meanDiscrepancy, medianDistance, sumOf } from './mean-discrepancy.ts'
import { binShares, populationStability, quantileEdges } from './population-stability.ts'
import { allRows, unitRows } from './survey.ts'
import { cloud, matrixOf } from './testing/vectors.ts'

const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 })
const sorted = (values: readonly number[]) => Float64Array.from(values).sort()

test('the population stability index agrees with a value worked out elsewhere', () => {
  const psi = populationStability([0.1, 0.2, 0.4, 0.2, 0.1], [0.05, 0.15, 0.4, 0.25, 0.15])
  expect(psi).toBeCloseTo(0.08047189562170502, 14)
})

test('the population stability index is the same either way, never negative, and 0 for the same shares', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const edges = quantileEdges(sorted([...a, ...b]), 5)
      const p = binShares(sorted(a), edges)
      const q = binShares(sorted(b), edges)
      expect(p.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(populationStability(p, q)).toBeGreaterThanOrEqual(0)
      expect(populationStability(p, q)).toBeCloseTo(populationStability(q, p), 9)
      expect(populationStability(p, p)).toBe(0)
    }),
  )
})

test('the Kolmogorov–Smirnov distance agrees with a value worked out elsewhere', () => {
  const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]
  const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9]
  expect(kolmogorovSmirnov(sorted(a), sorted(b))).toBeCloseTo(0.5333333333333333, 12)
})

test('the Kolmogorov–Smirnov distance is the largest gap between shares below, ties and all', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const below = (values: readonly number[], bound: number) =>
        values.filter((value) => value <= bound).length / values.length
      const gaps = [...a, ...b].map((bound) => Math.abs(below(a, bound) - below(b, bound)))
      expect(kolmogorovSmirnov(sorted(a), sorted(b))).toBeCloseTo(Math.max(...gaps), 12)
      expect(kolmogorovSmirnov(sorted(a), sorted(b.map((value) => value + 100)))).toBe(1)
    }),
  )
})

test('the mean discrepancy is that of its definition', () => {
  // Cosines: 0 within a, 1 within b, and 1, 1, 0, 0 between; the kernel of cosine 0 is e⁻¹ at bandwidth 1.
  const a = matrixOf([
    [1, 0],
    [0, 1],
  ])
  const b = matrixOf([
    [1, 0],
    [1, 0],
  ])
  const off = Math.exp(-1)
  const sums = {
    withinA: sumOf(kernelMatrix(a, a, 1)) - 2,
    withinB: sumOf(kernelMatrix(b, b, 1)) - 2,
    between: sumOf(kernelMatrix(a, b, 1)),
  }
  expect(meanDiscrepancy(sums, 2, 2)).toBeCloseTo(off + 1 - (1 + off), 6)
  expect(medianDistance(a)).toBeCloseTo(Math.SQRT2, 6)
})

test('sums over a split are those over its parts', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 11 }), fc.nat(99), (chosen, seed) => {
      const all = cloud(12, 3, seed)
      const units = unitRows(all, allRows(all))
      const part = unitRows(units, Uint32Array.from(chosen))
      const rest = unitRows(
        units,
        allRows(units).filter((row) => !chosen.includes(row)),
      )
      const sums = kernelSplitter(kernelMatrix(units, units, 1), 12)(Uint32Array.from(chosen))
      expect(sums.withinA).toBeCloseTo(sumOf(kernelMatrix(rest, rest, 1)) - rest.rows, 4)
      expect(sums.withinB).toBeCloseTo(sumOf(kernelMatrix(part, part, 1)) - part.rows, 4)
      expect(sums.between).toBeCloseTo(sumOf(kernelMatrix(rest, part, 1)), 4)
    }),
  )
})
