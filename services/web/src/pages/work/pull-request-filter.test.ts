import { expect, test } from '@jest/globals'
import { readPullRequestFilter, toQuery } from './pull-request-filter.ts'

const repository = '01a1fdde-1e09-7d50-b26e-bd303405eb55'

test('what the address says is kept, and what makes no sense is left out', () => {
  expect(
    readPullRequestFilter({
      repository: 'shop',
      author: 'Ada',
      q: 42,
      from: '2026-01-01',
      to: 'soon',
      sort: 'magic',
      other: 1,
    }),
  ).toEqual({ author: 'Ada', q: '42', from: '2026-01-01' })
  expect(readPullRequestFilter({ repository, sort: 'size' })).toEqual({ repository, sort: 'size' })
})

test('the order that is usual anyway does not lengthen the address', () => {
  expect(readPullRequestFilter({ sort: 'merged_at' })).toEqual({})
})

test('the last day is asked for as a whole', () => {
  expect(toQuery({ to: '2026-03-31', kind: 'fix' })).toEqual({
    kind: 'fix',
    to: new Date(2026, 3, 1).toISOString(),
    sort: 'merged_at',
  })
})
