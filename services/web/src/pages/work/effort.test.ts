import { expect, test } from '@jest/globals'
import { readEffort } from './effort.ts'

test('hours come with what is likely and what is nearly sure', () => {
  const stored = {
    hours: 3,
    interval50: [2, 5],
    interval90: [0.5, 12],
    leftOut: [{ path: 'a.lock', why: 'lock file' }],
  }
  expect(readEffort(stored)).toEqual({
    status: 'estimated',
    hours: 3,
    likely: [2, 5],
    nearlySure: [0.5, 12],
    widenedBecause: null,
    leftOut: [{ path: 'a.lock', why: 'lock file' }],
    leftOutFiles: 1,
  })
})

test.each([
  [{ status: 'unknown', because: 'nothing counts' }, 'nothing counts'],
  [{}, 'it was not estimated'],
  [{ hours: 3, interval90: ['x'] }, 'it was not estimated'],
])('%j is unknown', (stored, because) => {
  expect(readEffort(stored)).toEqual({ status: 'unknown', because })
})
