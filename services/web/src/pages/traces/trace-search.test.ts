import { expect, test } from '@jest/globals'
import { readSpanSearch, readTraceFilter } from './trace-search.ts'

test('a value counts with its attribute alone', () => {
  expect(readTraceFilter({ attribute: 'assay.job.kind', value: 'score' })).toEqual({
    attribute: 'assay.job.kind',
    value: 'score',
  })
  expect(readTraceFilter({ value: 'score' })).toEqual({})
})

test.each([['0'], ['-5'], ['soon'], ['86400001'], [undefined]])('%j is no length of time', (minDurationMs) => {
  expect(readTraceFilter({ minDurationMs })).toEqual({})
})

test('numbers and switches come as the router reads them', () => {
  expect(readTraceFilter({ minDurationMs: 250, errors: true, name: 'process' })).toEqual({
    minDurationMs: 250,
    errors: true,
    name: 'process',
  })
  // Ids of digits alone look like numbers.
  expect(readSpanSearch({ span: 1234 })).toEqual({ span: '1234' })
})
