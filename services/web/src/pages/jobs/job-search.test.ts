import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUnfinished, readJobSearch, statesIn, toFilter } from './job-search.ts'

test('an address keeps what makes sense, as text', () => {
  expect(
    readJobSearch({ state: 'failed,nonsense,running', kind: 'collect', q: 12, from: 'yesterday', page: 3, error: ' ' }),
  ).toEqual({ state: 'running,failed', kind: 'collect', q: '12' })
})

test('whatever an address holds, reading it again changes nothing and the API can be asked', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('state', 'kind', 'q', 'from', 'to', 'x'), fc.jsonValue()), (given) => {
      const search = readJobSearch(given)
      expect(readJobSearch(search)).toEqual(search)
      for (const value of Object.values(toFilter(search))) expect(typeof value).toBe('string')
    }),
  )
})

test('moments are sent with their zone', () => {
  expect(toFilter({ from: '2026-11-20T06:00:00+01:00' })).toEqual({ from: '2026-11-20T05:00:00.000Z' })
})

test('only three states are the end', () => {
  expect(statesIn('failed,queued,cancelled,succeeded').filter((state) => isUnfinished({ state }))).toEqual(['queued'])
})
