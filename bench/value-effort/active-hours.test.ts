import { expect, test } from '@jest/globals'
import { activeHours } from './active-hours.ts'

const hour = 3_600_000

test('a sitting lasts from half an hour before its first commit to its last', () => {
  expect(activeHours([0, hour, 2.5 * hour])).toBe(3)
})

test('a long pause ends a sitting, in whatever order the commits come', () => {
  expect(activeHours([20 * hour, 0, 21 * hour])).toBe(2)
})
