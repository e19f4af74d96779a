import { expect, test } from '@jest/globals'
import { scaleOf, scoreSteps } from './score-steps.ts'

const reason = (contribution: number) => ({ reason: 'size', contribution, evidence: '' })

test('steps lead from 0 to the score, up and down', () => {
  expect(scoreSteps([reason(12), reason(-5), reason(3)])).toMatchObject([
    { from: 0, to: 12 },
    { from: 12, to: 7 },
    { from: 7, to: 10 },
  ])
})

test('the scale holds the steps and the interval, and ends at 100 at most', () => {
  expect(scaleOf(scoreSteps([reason(12), reason(-5)]), 8)).toBe(20)
  expect(scaleOf(scoreSteps([reason(12)]), 61)).toBe(70)
  expect(scaleOf(scoreSteps([reason(99.99)]), 100)).toBe(100)
  expect(scaleOf([], 0)).toBe(10)
})
