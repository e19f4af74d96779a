import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sampleContext } from '../money/testing/sample-context.ts'
import { sampleWork } from '../testing/sample-work.ts'
import { type ValuedWork, valueTogether } from './value-together.ts'

const context = sampleContext()
const FASTER = { title: 'Cache the modules', body: 'Cuts the CI build by 5 minutes' }
const total = (...works: ValuedWork[]) => valueTogether(works, context).total
const median = (...works: ValuedWork[]) => total(...works).recurring?.p50 ?? 0
const alone = median(sampleWork(1, FASTER))

test('a revert takes back what was shown, and the history says so', () => {
  const together = valueTogether(
    [sampleWork(1, FASTER), sampleWork(2, { title: 'Revert "Cache the modules"' })],
    context,
  )
  expect(together.total.recurring).toMatchObject({ p10: 0, p50: 0, p90: 0 })
  expect(together.values.get('1')).toMatchObject({
    history: { isReverted: true, events: [{ event: 'reverted', by: '2', quote: 'Revert "Cache the modules"' }] },
  })
})

test('a revert that is itself undone restores it', () => {
  const works = [
    sampleWork(1, FASTER),
    sampleWork(2, { title: 'Revert "Cache the modules"' }),
    sampleWork(3, { title: 'Revert "Revert "Cache the modules""' }),
  ]
  const { values } = valueTogether(works, context)
  expect(median(...works)).toBe(alone)
  expect(values.get('1')?.history.events.map(({ event }) => event)).toEqual(['reverted', 'restored'])
})

test('hours of repair lower what was shown', () => {
  const repair = sampleWork(2, { title: 'Keep the order', body: 'Fixes a regression introduced in #1' })
  const { oneTime, recurring } = total(sampleWork(1, FASTER), repair)
  expect(recurring?.p50).toBe(alone)
  expect(oneTime?.p50).toBeLessThan(0)
})

test.each([
  ['a backport', { title: '[Backport 4.x] Cache the modules (#1)', body: FASTER.body }],
  ['a pick', { title: 'Cache the modules', body: `${FASTER.body}\n(cherry picked from commit aaaaaa1)` }],
  ['a follow-up', { title: 'Cache more', body: 'Follow-up to #1. Cuts the CI build by 4 minutes' }],
  ['a stacked one', { title: 'Cache more', body: 'Stacked on #1. Cuts the CI build by 4 minutes' }],
])('%s counts once with what it belongs to', (_, later) => {
  const together = total(sampleWork(1, FASTER), sampleWork(2, { day: 300, ...later }))
  expect(together.recurring?.p50).toBe(alone)
  expect(together.duplicates).toMatchObject([{ id: '2', countedIn: '1' }])
})

test('the same patch on another branch is found without being named', () => {
  const files = [{ path: 'src/build.ts', additions: 40, deletions: 2 }]
  const works = [
    sampleWork(1, { ...FASTER, files }),
    sampleWork(2, { title: '[4.x] Cache the modules', body: 'Cuts the CI build by 4 minutes', files }),
  ]
  expect(median(...works)).toBe(alone)
})

test('a patch that git says is the same counts once however late and under whatever title; without it its shape does', () => {
  const patched = (number: number, more: object) => sampleWork(number, { ...FASTER, patchId: 'p1', ...more })
  const late = { title: 'Bring in the work on modules', body: 'Cuts the CI build by 4 minutes', day: 300 }
  expect(median(patched(1, {}), patched(2, late))).toBe(alone)
  expect(median(patched(1, {}), patched(2, { ...late, patchId: 'p2' }))).toBeGreaterThan(alone)
  const files = [{ path: 'ci.yml', additions: 9, deletions: 3 }]
  const between = { title: '[4.x] Cache the modules', body: 'Cuts the CI build by 4 minutes', files, patchId: 'p2' }
  expect(median(patched(1, { files }), patched(2, between))).toBe(alone)
})

test('what was measured of one counts for all that tell the same or carry the same change', () => {
  const { evidence } = sampleWork(1, FASTER)
  const [claimHash = ''] = evidence.claims.map(({ hash }) => hash)
  const first = (value: number): ValuedWork => ({
    ...sampleWork(1, FASTER),
    evidence: { ...evidence, observations: [{ claimHash, value, unit: 'min', measuredAt: new Date() }] },
  })
  const again = sampleWork(2, { ...FASTER, title: 'Tell of it again', day: 9 })
  const backport = sampleWork(3, { ...FASTER, title: '[Backport 4.x] Cache the modules (#1)', day: 300 })
  expect(median(first(0), again, backport)).toBe(0)
  expect(median(first(-2), again, backport)).toBe(median(first(-2)))
  expect(median(first(-2))).toBeLessThan(0)
})

test('what was told first elsewhere is not told again, and not counted for those who ask', () => {
  const { valued, of, recurring } = total(sampleWork(1, { ...FASTER, isBeside: true }), sampleWork(2, FASTER))
  expect([valued, of, recurring?.p50]).toEqual([1, 1, 0])
})

test('a later pull request undoes nothing before it was merged', () => {
  expect(
    median(sampleWork(1, { ...FASTER, day: 9 }), sampleWork(2, { title: 'Revert "Cache the modules"', day: 3 })),
  ).toBe(alone)
})

test('however pull requests name each other, it ends, and reverted work is worth nothing', () => {
  const body = fc.constantFrom('Reverts #', 'Backport of #', 'Follow-up to #', 'Fixes a regression from #')
  const named = fc.array(fc.tuple(body, fc.integer({ min: 1, max: 6 })), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(named, (links) => {
      const works = links.map(([words, to], at) =>
        sampleWork(at + 1, { title: 'Cache', body: `${words}${to}. Cuts the CI build by 5 minutes` }),
      )
      const { values, total: together } = valueTogether(works, context)
      expect(together.recurring?.p50 ?? 0).toBeLessThanOrEqual(alone * 1.001)
      for (const { value, history } of values.values()) {
        if (!history.isReverted || value.status === 'not-valued') continue
        expect(value.recurring?.p50 ?? 0).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: 15 },
  )
})
