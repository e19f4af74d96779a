import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findNumberingRestart } from './numbering-restart.ts'

const growing = (from: number, count: number, step = 2) => Array.from({ length: count }, (_, at) => from + at * step)

describe('a numbering', () => {
  test('that starts again far below is cut where it does', () => {
    expect(findNumberingRestart([...growing(12_000, 50), ...growing(3, 40)])).toBe(50)
    expect(findNumberingRestart([...growing(300, 400), ...growing(9_000, 30), ...growing(1, 200)])).toBe(430)
  })

  test('that only meets old pull requests, merged in one go, does not start again', () => {
    expect(findNumberingRestart([...growing(1, 2_000), ...growing(20, 15), ...growing(4_001, 60)])).toBe(0)
  })

  test('that grows with late merges in between does not start again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 30, maxLength: 300 }),
        fc.integer({ min: 1, max: 20_000 }),
        (jitter, first) => {
          const numbers = jitter.map((late, at) => Math.max(1, first + at * 3 + late))
          expect(findNumberingRestart(numbers)).toBe(0)
        },
      ),
    )
  })
})
