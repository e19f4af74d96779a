import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sampleContext } from '../money/testing/sample-context.ts'
import { sampleReportedWork } from '../testing/sample-reported-work.ts'
import { assessEvidence } from './assess-evidence.ts'

const faster = { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes', score: 60 }
const works = [
  sampleReportedWork(1, faster),
  sampleReportedWork(2, { title: 'Tidy up', score: 10 }),
  sampleReportedWork(3, { ...faster, title: '[4.x] Cache the modules (#1)' }),
]
const groups = (given: Record<string, string[]>) =>
  new Map(Object.entries(given).map(([key, ids]) => [key, new Set(ids)]))

test('what stands in two groups is in the sum of both, and in the whole once', () => {
  const { groups: sums, whole } = assessEvidence(works, groups({ a: ['1', '2'], b: ['1', '3'] }), sampleContext())
  const amount = (key: string) => sums.get(key)?.value?.recurring?.p50
  expect(amount('a')).toBeGreaterThan(0)
  expect(amount('b')).toBe(amount('a'))
  expect(whole.value?.recurring?.p50).toBe(amount('a'))
  expect(whole).toMatchObject({ pullRequests: 3, announced: { mid: expect.closeTo(1.3) } })
  expect(sums.get('a')?.value).toMatchObject({ valued: 1, of: 2 })
})

test('without prices nothing is told in money', () => {
  const { items, whole } = assessEvidence(works, groups({}), null)
  expect(whole.value).toBeNull()
  expect(items.get('1')).toMatchObject({ value: null, quotes: [{ text: 'Cuts the CI build by 5 minutes' }] })
})

test('no group comes to more than the whole', () => {
  fc.assert(
    fc.property(fc.subarray(['1', '2', '3']), (ids) => {
      const { groups: sums, whole } = assessEvidence(works, groups({ some: ids }), sampleContext())
      const amount = sums.get('some')?.value?.recurring?.p50 ?? 0
      expect(amount).toBeLessThanOrEqual((whole.value?.recurring?.p50 ?? 0) + 1e-9)
    }),
    { numRuns: 8 },
  )
})
