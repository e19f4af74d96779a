import { expect, test } from '@jest/globals'
import { assumptionInWords } from './assumption-words.ts'

test.each([
  [{ kind: 'fixed', value: 20 }, '20'],
  [{ kind: 'uniform', low: 600, high: 900 }, '600 to 900, all as likely'],
  [{ kind: 'triangular', low: 60, mode: 90, high: 140 }, '60 to 140, most likely 90'],
  [{ kind: 'lognormal', p10: 40, p90: 80 }, '40 to 80 in 8 of 10 cases'],
  [{ kind: 'skewed', p5: 1, p50: 2, p95: 9 }, '2, and 1 to 9 in 9 of 10 cases'],
  [{ kind: 'beta', a: 1, b: 3 }, 'a share of about 25 %'],
  [{ kind: 'of the future' }, 'unknown'],
])('%j is %s', (distribution, words) => {
  expect(assumptionInWords(distribution)).toBe(words)
})
