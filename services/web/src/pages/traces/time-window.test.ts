import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { moved, ticksOf, zoomed } from './time-window.ts'

const whole = { fromMs: 0, toMs: 100 }

test('zooming keeps the moment where it is', () => {
  expect(zoomed(whole, whole, 0.5, 50)).toEqual({ fromMs: 25, toMs: 75 })
  expect(zoomed(whole, whole, 0.5, 0)).toEqual({ fromMs: 0, toMs: 50 })
})

test('nothing leads out of the whole', () => {
  expect(zoomed({ fromMs: 0, toMs: 50 }, whole, 4, 50)).toEqual(whole)
  expect(moved({ fromMs: 80, toMs: 90 }, whole, 5)).toEqual({ fromMs: 90, toMs: 100 })
  expect(moved({ fromMs: 10, toMs: 20 }, whole, -5)).toEqual({ fromMs: 0, toMs: 10 })
})

test('ticks are round', () => {
  expect(ticksOf({ fromMs: 0, toMs: 100 }, 5)).toEqual([0, 20, 40, 60, 80, 100])
  expect(ticksOf({ fromMs: 13, toMs: 57 }, 5)).toEqual([20, 30, 40, 50])
  expect(ticksOf({ fromMs: 5, toMs: 5 }, 5)).toEqual([])
})

test('there are never many more ticks than asked for, and all lie in the window', () => {
  const window = fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(window, ([fromMs, length]) => {
      const ticks = ticksOf({ fromMs, toMs: fromMs + length }, 6)
      expect(ticks.length).toBeLessThanOrEqual(7)
      for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(fromMs - 1e-6)
    }),
  )
})
