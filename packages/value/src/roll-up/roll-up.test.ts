import { expect, test } from '@jest/globals'
import { valueTogether } from '../counting/value-together.ts'
import { sampleContext } from '../money/testing/sample-context.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { sampleReportedWork } from '../testing/sample-reported-work.ts'
import { findNearMisses } from './near-misses.ts'
import type { ReportedWork } from './reported-work.ts'
import { rollUp } from './roll-up.ts'

const context = sampleContext()
const priced = (works: readonly ReportedWork[]) => ({
  context,
  values: valueTogether(works.map(toValuedWork), context).values,
})
const faster = { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes' }

test('groups come in the order of their names, with what was asked for only', () => {
  const works = [
    sampleReportedWork(1, { author: 'Grace', score: 80 }),
    sampleReportedWork(2, { author: 'Ada', score: 10 }),
    sampleReportedWork(3, { author: 'Ada', score: 30 }),
    sampleReportedWork(4, { author: 'Joan', isBeside: true }),
  ]
  expect(rollUp(works, 'author', null)).toMatchObject([
    { key: 'Ada', pullRequests: 2, announced: { low: 0.2, mid: 0.4, high: 0.8 }, value: null },
    { key: 'Grace', pullRequests: 1, announced: { mid: 0.8 } },
  ])
})

test('an effect that two groups tell of is counted in the one that told it first', () => {
  const works = [
    sampleReportedWork(1, { ...faster, author: 'Grace' }),
    sampleReportedWork(2, { ...faster, title: '[4.x] Cache the modules (#1)', author: 'Ada' }),
    sampleReportedWork(3, { title: 'Tidy up', author: 'Ada' }),
  ]
  const [ada, grace] = rollUp(works, 'author', priced(works))
  expect(ada?.value).toMatchObject({
    valued: 1,
    of: 2,
    recurring: { p50: 0 },
    duplicates: [{ id: '2', countedIn: '1' }],
  })
  expect(grace?.value?.recurring?.p50).toBeGreaterThan(0)
})

test('months are those of UTC', () => {
  expect(rollUp([sampleReportedWork(1, { day: 31 })], 'month', null)[0]?.key).toBe('2026-02')
})

const author = (name: string, more: object = {}) => ({ name, logins: [], emailHashes: [], pullRequests: 1, ...more })

test.each([
  [author('Ada Lovelace', { emailHashes: ['x'] }), author('ada', { emailHashes: ['x'] }), 'one address'],
  [author('Ada', { logins: ['Countess'] }), author('A. L.', { logins: ['countess'] }), 'one account'],
  [author('Ada', { logins: ['grace'] }), author('Grace'), 'the account of one is the name of the other'],
  [author('Ada Lovelace'), author('Lovelace, Ada'), 'the names are alike'],
  [author('Zoë Noël'), author('Zoe Noel'), 'the names are alike'],
  [author('Ada Lovelace'), author('Ada Lovelase'), 'the names are alike'],
  [author('Ada Lovelace'), author('Ada Lovlace'), 'the names are alike'],
])('names that may be one person’s are shown: %j and %j', (one, other, because) => {
  expect(findNearMisses([one, other])).toMatchObject([{ because }])
})

test.each([
  ['Ada', 'Ida'],
  ['Ada Lovelace', 'Grace Hopper'],
])('%s and %s are two people', (one, other) => {
  expect(findNearMisses([author(one), author(other)])).toEqual([])
})
