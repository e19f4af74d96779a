import { expect, test } from '@jest/globals'
import { evidenceOf, sampleContext } from './testing/sample-context.ts'
import { totalValue } from './total-value.ts'
import { valuePullRequest } from './value-pull-request.ts'

const context = sampleContext()
const day = 86_400_000
const merged = (id: string, body: string | null, onDay: number, changes: Parameters<typeof evidenceOf>[1] = {}) => ({
  id,
  value: valuePullRequest(evidenceOf(body, changes), context),
  mergedAt: new Date(onDay * day),
})

test('many with the same assumptions are together as uncertain as one', () => {
  const one = totalValue([merged('1', 'Cuts the CI build by 1 minute', 0)], context).recurring
  const ten = totalValue(
    Array.from({ length: 10 }, (_, at) => merged(String(at), 'Cuts the CI build by 1 minute', at * 100)),
    context,
  ).recurring
  if (!one || !ten) throw new Error('not valued')
  expect(ten.p50 / one.p50).toBeCloseTo(10, 1)
  expect((ten.p90 - ten.p10) / ten.p50).toBeCloseTo((one.p90 - one.p10) / one.p50, 2)
})

test('an effect that several pull requests tell of counts once, in the first', () => {
  const pullRequests = [merged('2', 'Cuts the CI build by 300 s', 30), merged('1', 'Cuts the CI build by 5 minutes', 0)]
  const total = totalValue(pullRequests, context)
  expect(total.recurring).toEqual(totalValue([merged('1', 'Cuts the CI build by 5 minutes', 0)], context).recurring)
  expect(total.duplicates).toMatchObject([{ id: '2', countedIn: '1' }])
})

test('work in several pull requests is worth no more than in one', () => {
  const whole = totalValue([merged('1', 'Cuts the CI build by 10 minutes', 0)], context).recurring
  const halves = totalValue(
    [merged('1', 'Cuts the CI build by 4 minutes', 0), merged('2', 'Cuts the CI build by 6 minutes', 1)],
    context,
  )
  expect(halves.recurring?.p50 ?? 0).toBeLessThanOrEqual((whole?.p50 ?? 0) * 1.01)
})

test('savings on one bill compound, and never exceed it', () => {
  const cuts = Array.from({ length: 8 }, (_, at) => merged(String(at), `Cuts the hosting bill by ${80 + at} %`, at))
  const { recurring } = totalValue(cuts, context)
  expect(recurring?.p90 ?? Number.POSITIVE_INFINITY).toBeLessThan(12 * 12_000)
})

test('what has no value is counted as such, not as 0', () => {
  const total = totalValue([merged('1', 'Cuts the CI build by 5 minutes', 0), merged('2', 'Tidies up', 1)], context)
  expect(total).toMatchObject({ valued: 1, of: 2 })
  expect(totalValue([merged('2', null, 1)], context)).toMatchObject({
    valued: 0,
    of: 1,
    oneTime: null,
    recurring: null,
    perCost: null,
  })
})

test('value is set against cost only where both are known', () => {
  const unknown = { effort: { status: 'unknown', because: 'no size' } } as const
  expect(totalValue([merged('1', 'Cuts the CI build by 5 minutes', 0, unknown)], context).perCost).toBeNull()
  const both = totalValue(
    [merged('1', 'Cuts the CI build by 5 minutes', 0), merged('2', 'Cuts the CI build by 1 minute', 1, unknown)],
    context,
  )
  expect(both.perCost).toMatchObject({
    pullRequests: 1,
    oneTime: null,
    recurringPresentValue: { p50: expect.any(Number) },
  })
})

test('a loss lowers the total', () => {
  const gain = merged('1', 'Cuts the CI build by 5 minutes', 0)
  const loss = merged('2', 'The CI build takes 1 minute longer', 1)
  expect(totalValue([gain, loss], context).recurring?.p50 ?? 0).toBeLessThan(
    totalValue([gain], context).recurring?.p50 ?? 0,
  )
})

test('values of another context are refused', () => {
  expect(() => totalValue([merged('1', 'Cuts the CI build by 5 minutes', 0)], sampleContext({}, 'autumn'))).toThrow(
    'spring',
  )
})
