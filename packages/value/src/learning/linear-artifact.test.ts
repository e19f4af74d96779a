import { expect, test } from '@jest/globals'
import { packModel, unpackModel } from './linear-artifact.ts'
import { entriesOf, packRows, vocabularyOf } from './rows.ts'
import { fitSoftmax, linearScores, softmaxInPlace } from './softmax-regression.ts'

const bags = [['red', 'round'], ['red'], ['blue', 'round'], ['blue'], ['red', 'flat'], ['blue', 'flat']]
const labels = [0, 0, 1, 1, 0, 1]
const vocabulary = vocabularyOf(['blue', 'flat', 'red', 'round'])
const rows = packRows(
  bags.map((bag) => entriesOf(bag, vocabulary)),
  4,
)
const fit = () => fitSoftmax(rows, labels, new Float64Array(6).fill(1), { classes: 2, l2: 1e-3, iterations: 50 })

test('a model tells apart what its rows tell apart', () => {
  const model = fit()
  const [p = 0] = softmaxInPlace(linearScores(model, entriesOf(['red'], vocabulary)))
  expect(p).toBeGreaterThan(0.9)
})

test('the same rows give the same weights', () => {
  expect(fit().weights).toEqual(fit().weights)
})

test('a stored model says what it said, without the features that decide nothing', () => {
  const model = fit()
  const stored = packModel({ vocabulary, model })
  expect(stored.features).toEqual(['blue', 'red'])
  const again = unpackModel(stored)
  for (const bag of bags) {
    const before = linearScores(model, entriesOf(bag, vocabulary))
    const after = linearScores(again.model, entriesOf(bag, again.vocabulary))
    expect(after[0]).toBeCloseTo(before[0] ?? 0, 2)
  }
})

test('a stored model that was cut is refused', () => {
  const stored = packModel({ vocabulary, model: fit() })
  expect(() => unpackModel({ ...stored, weights: stored.weights.slice(8) })).toThrow(/number of weights/)
})
