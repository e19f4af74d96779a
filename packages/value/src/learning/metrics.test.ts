import { expect, test } from '@jest/globals'
import { averagePrecision, calibrationError, classScores, macroF1, recallAtTenth, rocAuc } from './metrics.ts'

test('the area under the ROC curve counts pairs in the right order, ties half', () => {
  expect(rocAuc([0.9, 0.8, 0.3, 0.1], [true, false, true, false])).toBe(0.75)
  expect(rocAuc([1, 1], [true, false])).toBe(0.5)
})

test('average precision is the mean of the precision at every positive', () => {
  expect(averagePrecision([0.9, 0.8, 0.3, 0.1], [true, false, true, false])).toBeCloseTo((1 + 2 / 3) / 2)
})

test('recall looks at the best tenth of each group', () => {
  const scores = Array.from({ length: 20 }, (_, at) => -at)
  const truths = scores.map((_, at) => at === 0 || at === 19)
  expect(
    recallAtTenth(
      scores,
      truths,
      scores.map(() => 'a'),
    ),
  ).toBe(0.5)
})

test('the calibration error is the gap between what is said and what is seen', () => {
  expect(calibrationError([0.5, 0.5], [true, false], 1)).toBe(0)
  expect(calibrationError([0.9, 0.9], [false, false], 1)).toBeCloseTo(0.9)
})

test('macro-F1 is the mean over the classes that occur', () => {
  expect(classScores([0, 0, 1], [0, 1, 1], 3).map(({ f1 }) => f1)).toEqual([2 / 3, 2 / 3, 0])
  expect(macroF1([0, 0, 1], [0, 1, 1], 3)).toBeCloseTo(2 / 3)
})
