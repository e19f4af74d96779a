import { expect, test } from '@jest/globals'
import { readSearch, toFilter } from './search-params.ts'

test('an address that says something else searches without it', () => {
  expect(readSearch({ q: 'x', source: 'mail', author: '', page: 2 })).toEqual({ q: 'x' })
})

test('a number is searched for as it is written', () => {
  expect(readSearch({ q: 2166 })).toEqual({ q: '2166' })
})

test('the last day counts to its end, in the time of the reader; what is no day does not count', () => {
  const { from, to } = toFilter({ from: 'yesterday', to: '2026-03-01' })
  expect([from, to]).toEqual([undefined, new Date('2026-03-02T00:00').toISOString()])
})
