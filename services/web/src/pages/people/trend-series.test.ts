import { expect, test } from '@jest/globals'
import { trendSeries } from './trend-series.ts'

const month = (name: string, pullRequests: number) => ({
  month: name,
  pullRequests,
  announced: { mid: pullRequests / 10 },
  effort: null,
})

test('people share the months, and a month without work is 0', () => {
  const people = [
    { key: 'Ada', trend: [month('2025-12', 3)] },
    { key: 'Bo', trend: [month('2026-02', 1)] },
  ]
  const { at, series } = trendSeries(people, 'pull-requests')
  expect(at.map((seconds) => new Date(seconds * 1_000).toISOString().slice(0, 7))).toEqual([
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(series.map(({ values }) => values)).toEqual([
    [3, 0, 0],
    [0, 0, 1],
  ])
})

test('nobody has no months', () => {
  expect(trendSeries([{ key: 'Ada', trend: [] }], 'announced').at).toEqual([])
})
