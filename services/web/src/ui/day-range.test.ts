import { expect, test } from '@jest/globals'
import { dayOf, dayRange } from './day-range.ts'

test('the last day belongs to the range', () => {
  const { from, to } = dayRange({ from: '2026-02-28', to: '2026-02-28' })
  expect(from).toBe(new Date(2026, 1, 28).toISOString())
  expect(to).toBe(new Date(2026, 2, 1).toISOString())
})

test.each([undefined, '', 'yesterday', '0000-01-01', '2026-1-1'])('%j is no day', (day) => {
  expect(dayRange({ from: day, to: day })).toEqual({ from: undefined, to: undefined })
})

test('a moment has the day that it is where the reader is', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
