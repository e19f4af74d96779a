import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Quantity } from '../claims/claim.ts'
import { evidenceOf, sampleContext } from './testing/sample-context.ts'
import { valuePullRequest } from './value-pull-request.ts'

const context = sampleContext()
const price = (body: string, measured?: Quantity, at = 0) => {
  const evidence = evidenceOf(body)
  const claimHash = evidence.claims[at]?.hash
  const observations = measured && claimHash ? [{ ...measured, claimHash, measuredAt: new Date() }] : []
  const value = valuePullRequest({ ...evidence, observations }, context)
  if (value.status !== 'valued') throw new Error(value.because.join('\n'))
  return value
}
const yearly = (...given: Parameters<typeof price>) => price(...given).recurring?.p50 ?? 0
const cuts = (minutes: number) => `Cuts the CI build by ${minutes} minutes`
const minutes = (value: number): Quantity => ({ value, unit: 'min' })

test('a measurement counts for what was measured, and is believed', () => {
  expect(yearly(cuts(5), minutes(2))).toBeCloseTo(yearly(cuts(2), minutes(2)), 0)
  expect(price(cuts(5), minutes(2)).parts[0]?.inputs).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: 'seconds, measured: “Cuts the CI build by 5 minutes”',
        distribution: { kind: 'fixed', value: 120 },
        source: 'facts',
      }),
      expect.objectContaining({ name: 'credibility of observed claims' }),
    ]),
  )
})

test.each([
  ['Cuts the CI build from 12 min to 7 min', minutes(10), 'Cuts the CI build from 12 min to 10 min', minutes(10)],
  ['Makes the CI build 3x faster', { value: 2, unit: 'x' }, 'Makes the CI build 2x faster', { value: 2, unit: 'x' }],
  ['Reduces heap memory by 40 %', { value: 10, unit: '%' }, 'Reduces heap memory by 10 %', { value: 10, unit: '%' }],
  [
    'Saves $50k of fees a year',
    { value: 20_000, unit: 'USD' },
    'Saves $20k of fees a year',
    { value: 20_000, unit: 'USD' },
  ],
])('“%s”, measured as %j, is worth what “%s” is', (claimed, measured, modest, confirmed) => {
  expect(yearly(claimed, measured)).toBeCloseTo(yearly(modest, confirmed), 0)
})

test('nothing measured is nothing gained, and what went the other way counts against in full', () => {
  expect(yearly(cuts(5), minutes(0))).toBe(0)
  expect(yearly(cuts(5), minutes(-2))).toBeCloseTo(yearly('The CI build is 2 minutes slower'), 0)
  expect(price(cuts(5), minutes(-2)).parts).toMatchObject([{ sign: -1, mechanism: 'time', item: 'ci' }])
})

test('a gain that did not come is not made up for by another claim of the same', () => {
  const body = `${cuts(5)}. The CI build is 60 % faster.`
  expect(yearly(body, minutes(0))).toBe(0)
  expect(yearly(body, minutes(-1))).toBeLessThan(0)
})

test('a loss that was admitted is as large as it was measured, and never turns into a gain', () => {
  const slower = 'The CI build is 2 minutes slower'
  expect(yearly(slower, minutes(4))).toBeLessThan(yearly(slower))
  expect(yearly(slower, minutes(1))).toBeGreaterThan(yearly(slower))
  expect(yearly(slower, minutes(-3))).toBe(0)
})

test('what was measured as a range is capped by what was measured', () => {
  const range = 'The CI build is 30-40 % faster'
  const at = (value: number) => yearly(range, { value, unit: '%' })
  expect(at(32)).toBeLessThan(at(40))
  expect(at(90)).toBe(at(40))
})

test('a measurement in another measure, and of what was only planned, changes nothing', () => {
  expect(yearly(cuts(5), { value: 1, unit: '%' })).toBe(yearly(cuts(5)))
  expect(() => price(`We plan to cut the CI build by 5 minutes`, minutes(5))).toThrow('planned')
})

test('no measurement makes a claim worth more than what was measured, than what was claimed, or less when more was measured', () => {
  const size = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(size, fc.integer({ min: -9, max: 12 }), fc.integer({ min: 0, max: 6 }), (claimed, measured, more) => {
      const worth = yearly(cuts(claimed), minutes(measured))
      const most = measured > 0 ? yearly(cuts(measured), minutes(measured)) : 0
      expect(worth).toBeLessThanOrEqual(most * 1.001)
      expect(worth).toBeLessThanOrEqual(yearly(cuts(claimed), minutes(claimed)) * 1.001)
      expect(worth).toBeLessThanOrEqual(yearly(cuts(claimed), minutes(measured + more)) + 1e-9)
    }),
    { numRuns: 12 },
  )
})
