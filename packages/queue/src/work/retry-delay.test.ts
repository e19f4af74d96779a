import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fingerprint } from './fingerprint.ts'
import { retryDelayMs } from './retry-delay.ts'

test('the wait doubles up to the cap, and is drawn from all of it', () => {
  const policy = { attempts: 10, baseMs: 1_000, capMs: 8_000 }
  const longest = [1, 2, 3, 4, 5, 60].map((attempt) => retryDelayMs(policy, attempt, 0.999_999))
  expect(longest).toEqual([999, 1_999, 3_999, 7_999, 7_999, 7_999])
  expect(retryDelayMs(policy, 5, 0)).toBe(0)
})

test('the wait is never negative and never above the cap', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000 }), (baseMs, capMs, attempt) => {
      const delay = retryDelayMs({ attempts: 1, baseMs, capMs }, attempt)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThanOrEqual(capMs)
    }),
  )
})

test.each([
  [
    'ids and numbers',
    'job 017f22e2-79b0-7cc3-98c4-dc0c0c07398f had 12 rows',
    'job 018f22e2-79b0-7cc3-98c4-dc0c0c07398f had 9 rows',
  ],
  ['paths', 'cannot read /tmp/a/b', 'cannot read /srv/repo.git'],
  ['quoted words', 'no column "x"', 'no column "y"'],
])('failures that differ only in %s are alike', (_what, one, other) => {
  const of = (message: string) => fingerprint('score', { code: 'UNEXPECTED', message })
  expect(of(one)).toBe(of(other))
  expect(of(one)).not.toBe(of('another thing entirely'))
  expect(fingerprint('index', { code: 'UNEXPECTED', message: one })).not.toBe(of(one))
})
