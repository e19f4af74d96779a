import { expect, test } from '@jest/globals'
import { extractFromLine } from './extract-claims.ts'
import { confirms, observedClaims } from './observation.ts'

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
  ['Startup is 30 % faster', 34, '%', true],
])('“%s” is borne out by %d %s: %s', (text, value, unit, expected) => {
  expect(confirms({ value, unit }, claimOf(text))).toBe(expected)
})

test('the newest measurement counts, whichever was told first', () => {
  const claim = claimOf('Cuts the CI build by 5 minutes')
  const measured = (minutes: number, day: number) => ({
    claimHash: claim.hash,
    value: minutes,
    unit: 'minutes',
    measuredAt: new Date(Date.UTC(2026, 0, day)),
  })
  expect(observedClaims([claim], [measured(5, 2), measured(1, 1)])).toEqual([claim.hash])
  expect(observedClaims([claim], [measured(1, 3), measured(5, 2)])).toEqual([])
  expect(observedClaims([claim], [{ ...measured(5, 2), claimHash: 'of another' }])).toEqual([])
})
