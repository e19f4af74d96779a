import { expect, test } from '@jest/globals'
import { readSearch, toFilter } from './search-params.ts'

test('an address that says something else searches without it', () => {
  expect(readSearch({ q: 'x', source: 'mail', from: 'yesterday', author: '', page: 2 })).toEqual({ q: 'x' })
})

test('the last day counts to its end, in the time of the reader', () => {
  const { from, to } = toFilter({ from: '2026-03-01', to: '2026-03-01' })
  expect([from, to]).toEqual([new Date('2026-03-01T00:00').toISOString(), new Date('2026-03-02T00:00').toISOString()])
})
