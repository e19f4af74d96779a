import { expect, test } from '@jest/globals'
import { extractFromLine } from './extract-claims.ts'
import { confirms, measurementOf } from './observation.ts'

const claimOf = (text: string) => {
  const [claim] = extractFromLine(text)
  if (!claim) throw new Error(`no claim in “${text}”`)
  return claim
}

test.each([
  ['Cuts the CI build by 5 minutes', 5, 'min', true],
  ['Cuts the CI build by 5 minutes', 290, 's', true],
  ['Cuts the CI build by 5 minutes', 3, 'min', false],
  ['Cuts the CI build by 5 minutes', 40, '%', false],
  ['Cuts the CI build by 5 minutes', 5, null, false],
  ['Reduces latency from 900 ms to 300 ms', 0.31, 's', true],
  ['Reduces latency from 900 ms to 300 ms', 700, 'ms', false],
  ['Reduces latency from 900 ms to 300 ms', 200, 'ms', true],
  ['Startup is 30 % faster', 34, '%', true],
  ['Startup is 30 % faster', -34, '%', false],
  ['Parse 2x faster', 1.95, 'x', true],
  ['Parse 2x faster', 1, 'x', false],
  ['Cuts the CI build to 40 s', 41, 's', true],
  ['Cuts the CI build to 40 s', 60, 's', false],
])('“%s” is borne out by %d %s: %s', (text, value, unit, expected) => {
  expect(confirms({ value, unit }, claimOf(text))).toBe(expected)
})

test.each([
  ['Cuts the CI build by 5 minutes', 2, 'min', 0.4, 'improvement'],
  ['Cuts the CI build by 5 minutes', -2, 'min', -0.4, 'regression'],
  ['Reduces latency from 900 ms to 300 ms', 0.6, 's', 0.5, 'improvement'],
  ['Reduces latency from 900 ms to 300 ms', 1_200, 'ms', -0.5, 'regression'],
  ['Raises throughput from 100 req/s to 200 req/s', 150, 'req/s', 0.5, 'improvement'],
  ['Parse 3x faster', 0.5, 'x', -0.25, 'regression'],
  ['The CI build is 2 minutes slower', 3, 'min', 1.5, 'regression'],
  ['Startup takes 12 min instead of 7 min, 5 min slower', 7, 'min', 0, 'regression'],
])('of “%s”, %d %s are %d of it, an %s', (text, value, unit, part, effect) => {
  const claim = claimOf(text)
  const measured = measurementOf(claim, [{ claimHash: claim.hash, value, unit, measuredAt: new Date() }])
  expect([measured?.part, measured?.claim.effect]).toEqual([expect.closeTo(part), effect])
})

test('the newest measurement that compares counts, whichever was told first', () => {
  const claim = claimOf('Cuts the CI build by 5 minutes')
  const measured = (value: number, day: number, unit = 'minutes') => ({
    claimHash: claim.hash,
    value,
    unit,
    measuredAt: new Date(Date.UTC(2026, 0, day)),
  })
  expect(measurementOf(claim, [measured(5, 2), measured(1, 1)])?.part).toBe(1)
  expect(measurementOf(claim, [measured(1, 3), measured(5, 2), measured(90, 4, '%')])?.part).toBe(0.2)
  expect(measurementOf(claim, [{ ...measured(5, 2), claimHash: 'of another' }])).toBeNull()
})
