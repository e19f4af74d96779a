import { expect, test } from '@jest/globals'
import { bulkBody, isCut, reasonsOf, tooLate } from './bulk.ts'

test('picked jobs go by id, all that match by the filters of the list', () => {
  expect(bulkBody({ all: false, ids: ['a'] }, true)).toEqual({ ids: ['a'], dryRun: true })
  expect(bulkBody({ all: true, filter: { kind: 'collect' } }, false)).toEqual({
    filter: { kind: 'collect' },
    limit: 10_000,
    dryRun: false,
  })
})

test('reasons are counted, the most frequent first', () => {
  const skipped = ['no', 'gone', 'no'].map((reason, at) => ({ id: `${at}`, reason }))
  expect(reasonsOf({ matched: 3, changed: 0, skipped })).toEqual([
    { reason: 'no', count: 2 },
    { reason: 'gone', count: 1 },
  ])
})

test('it is known when one request does not reach all', () => {
  const outcome = { matched: 10_000, changed: 1, skipped: [] }
  expect(isCut({ all: true, filter: {} }, outcome)).toBe(true)
  expect(isCut({ all: false, ids: ['a'] }, outcome)).toBe(false)
})

test('it is told of how many jobs something became meanwhile', () => {
  const outcome = (changed: number) => ({ matched: 300, changed, skipped: [] })
  expect(tooLate(outcome(280), outcome(270))).toBe('; for 10 jobs it was too late')
  expect(tooLate(outcome(280), outcome(280))).toBe('')
})
