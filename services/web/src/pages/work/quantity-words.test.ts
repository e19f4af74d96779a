import { expect, test } from '@jest/globals'
import { quantityInWords } from './quantity-words.ts'

const claim = {
  metric: 'error_rate',
  effect: 'improvement',
  value: null,
  unit: null,
  baseline: null,
  after: null,
} as const
const minutes = (value: number) => ({ value, unit: 'min' })

test.each([
  [{ value: 40, unit: '%' }, 'error rate, improvement: by 40 %'],
  [{ value: [2, 3] as [number, number], unit: 'x' }, 'error rate, improvement: by 2 to 3 x'],
  [{ baseline: minutes(12), after: minutes(4) }, 'error rate, improvement: 12 min to 4 min'],
  [{ after: minutes(4) }, 'error rate, improvement: now 4 min'],
  [{}, 'error rate, improvement: no amount'],
])('%j is told as %s', (more, words) => {
  expect(quantityInWords({ ...claim, ...more })).toBe(words)
})
