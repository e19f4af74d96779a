import { expect, test } from '@jest/globals'
import { valueTogether } from '../counting/value-together.ts'
import { sampleContext } from '../money/testing/sample-context.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { sampleReportedWork } from '../testing/sample-reported-work.ts'
import { createAliases } from './aliases.ts'
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

const unsaid = createAliases([])
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
  expect(findNearMisses([one, other], unsaid)).toMatchObject([{ because }])
})

test.each([
  ['Ada', 'Ida'],
  ['Ada Lovelace', 'Grace Hopper'],
])('%s and %s are two people', (one, other) => {
  expect(findNearMisses([author(one), author(other)], unsaid)).toEqual([])
})

test('a pair of which somebody said what it is leaves the list, and aliases of one name are one person', () => {
  const names = [author('Ada Lovelace'), author('Lovelace, Ada'), author('Ada Lovlace')]
  const same = createAliases([
    { name: 'Lovelace, Ada', other: 'Ada Lovelace', verdict: 'same' },
    { name: 'Ada Lovlace', other: 'Ada Lovelace', verdict: 'same' },
  ])
  expect(findNearMisses(names, unsaid)).toHaveLength(2)
  expect(findNearMisses(names, same)).toEqual([])
  expect(same.standingName('Ada Lovlace')).toBe('Ada Lovelace')
  expect(same.namesOf(['Ada Lovlace']).toSorted()).toEqual(['Ada Lovelace', 'Ada Lovlace', 'Lovelace, Ada'])
  const distinct = createAliases([{ name: 'Ada Lovelace', other: 'Ada Lovlace', verdict: 'distinct' }])
  expect(findNearMisses(names, distinct).map((pair) => pair.names)).not.toContainEqual(['Ada Lovelace', 'Ada Lovlace'])
  expect(distinct.namesOf(['Ada Lovelace'])).toEqual(['Ada Lovelace'])
})

test('a group tells how its scores lie and what it came to by months', () => {
  const works = [5, 15, 15, 100].map((score, at) => sampleReportedWork(at + 1, { score, day: at * 20 }))
  const [group] = rollUp(works, 'author', null)
  expect(group?.significance).toEqual({ quartiles: [5, 15, 15], histogram: [1, 2, 0, 0, 0, 0, 0, 0, 0, 1] })
  expect(group?.trend.map(({ month, pullRequests }) => [month, pullRequests])).toEqual([
    ['2026-01', 2],
    ['2026-02', 1],
    ['2026-03', 1],
  ])
})
