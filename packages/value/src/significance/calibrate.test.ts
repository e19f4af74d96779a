import { expect, test } from '@jest/globals'
import { calibrate } from './calibrate.ts'

// 200 pull requests of a repository: the shares of notable ones among those of low and of high log-odds.
const rowsOf = (repository: string, shares: readonly [low: number, high: number]) =>
  Array.from({ length: 200 }, (_, at) => ({
    repository,
    notable: (at % 100) / 100 < (at < 100 ? shares[0] : shares[1]),
  }))
const logit = (share: number) => Math.log(share / (1 - share))
const odds = Float64Array.from({ length: 400 }, (_, at) => (at % 200 < 100 ? -1 : 1))

test('a repository has the intercept that fits its own share', () => {
  const { calibration, intercepts } = calibrate(odds, [...rowsOf('a', [0.1, 0.5]), ...rowsOf('b', [0.1, 0.5])])
  const slope = (logit(0.5) - logit(0.1)) / 2
  expect(calibration.slope).toBeCloseTo(slope, 2)
  for (const intercept of intercepts) expect(intercept).toBeCloseTo(logit(0.5) - slope, 2)
})

test('the intercept in use lies between those of repositories that announce readily and rarely', () => {
  const { calibration, intercepts } = calibrate(odds, [...rowsOf('a', [0.02, 0.1]), ...rowsOf('b', [0.3, 0.7])])
  const [rare = 0, ready = 0] = intercepts
  expect(rare).toBeLessThan(ready)
  expect(calibration.intercept).toBeCloseTo((rare + ready) / 2)
})

test('a large repository decides no more than a small one', () => {
  const large = Array.from({ length: 10 }, () => rowsOf('a', [0.1, 0.5])).flat()
  const small = rowsOf('b', [0.1, 0.5])
  const many = Float64Array.from({ length: large.length + small.length }, (_, at) => (at % 200 < 100 ? -1 : 1))
  const { intercepts } = calibrate(many, [...large, ...small])
  expect(intercepts[0]).toBeCloseTo(intercepts[1] ?? Number.NaN, 2)
})
