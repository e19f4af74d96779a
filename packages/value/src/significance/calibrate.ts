import { minimise } from '../learning/lbfgs.ts'

export type Calibration = {
  /** Turns the model's log-odds into calibrated ones: intercept and slope (Platt, 1999). */
  readonly calibration: { readonly intercept: number; readonly slope: number }
  /** The intercepts that fit the single repositories: how much less or more readily they announce. */
  readonly intercepts: readonly number[]
}

type Outcome = { readonly repository: string; readonly notable: boolean }

/**
 * Logistic regression of the outcome on the log-odds with one slope for all repositories and an intercept for each,
 * repositories counting alike; the intercept in use is their mean, which fits the typical one.
 */
export const calibrate = (odds: Float64Array, rows: readonly Outcome[]): Calibration => {
  const sizes = Map.groupBy(rows, ({ repository }) => repository)
  const repositories = [...sizes.keys()]
  const columns = rows.map(({ repository }) => repositories.indexOf(repository))
  const weights = rows.map(({ repository }) => 1 / (sizes.get(repository)?.length ?? 1) / repositories.length)
  const slopeAt = repositories.length
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0)
    let loss = 0
    for (const [at, row] of rows.entries()) {
      const [column, weight, x] = [columns[at] ?? 0, weights[at] ?? 0, odds[at] ?? 0]
      const z = (point[column] ?? 0) + (point[slopeAt] ?? 0) * x
      const truth = row.notable ? 1 : 0
      loss += weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - truth * z)
      const error = weight * (1 / (1 + Math.exp(-z)) - truth)
      gradient[column] = (gradient[column] ?? 0) + error
      gradient[slopeAt] = (gradient[slopeAt] ?? 0) + error * x
    }
    return loss
  }
  const fitted = minimise(objective, new Float64Array(slopeAt + 1), { iterations: 200, tolerance: 1e-7 })
  const intercepts = [...fitted.subarray(0, slopeAt)]
  const intercept = intercepts.reduce((sum, own) => sum + own, 0) / intercepts.length
  return { calibration: { intercept, slope: fitted[slopeAt] ?? 1 }, intercepts }
}
