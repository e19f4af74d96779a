import { type EffortModel, logHours } from '@assay/value/training'

export type EffortRow = {
  readonly repository: string
  readonly weighed: number
  readonly files: number
  readonly lines: number
  readonly logHours: number
}

/** Ordinary least squares of ln hours on ln lines and ln files, repositories weighing alike. */
const fitEffort = (rows: readonly EffortRow[]): EffortModel['coefficients'] => {
  const sizes = Map.groupBy(rows, ({ repository }) => repository)
  const matrix = [0, 1, 2].map(() => [0, 0, 0, 0])
  for (const row of rows) {
    const weight = 1 / (sizes.get(row.repository)?.length ?? 1)
    const x = [1, Math.log1p(row.weighed), Math.log1p(row.files)]
    for (let i = 0; i < 3; i += 1) {
      const line = matrix[i] as number[]
      for (let j = 0; j < 3; j += 1) line[j] = (line[j] ?? 0) + weight * (x[i] ?? 0) * (x[j] ?? 0)
      line[3] = (line[3] ?? 0) + weight * (x[i] ?? 0) * row.logHours
    }
  }
  const [b0 = 0, b1 = 0, b2 = 0] = solve(matrix)
  return [b0, b1, b2]
}

/** Gaussian elimination with the largest pivot; three unknowns. */
const solve = (matrix: number[][]): number[] => {
  const size = matrix.length
  for (let column = 0; column < size; column += 1) {
    const pivots = matrix.slice(column).map((line) => Math.abs(line[column] ?? 0))
    const at = column + pivots.indexOf(Math.max(...pivots))
    const pivot = matrix[at] as number[]
    matrix[at] = matrix[column] as number[]
    matrix[column] = pivot
    for (const [row, line] of matrix.entries()) {
      if (row === column) continue
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1)
      for (let i = column; i <= size; i += 1) line[i] = (line[i] ?? 0) - factor * (pivot[i] ?? 0)
    }
  }
  return matrix.map((line, row) => (line[size] ?? 0) / (line[row] ?? 1))
}

/**
 * Quantiles of how far off estimates are for repositories left out of the fit: of each repository by itself, and of
 * these the mean, so that a large one does not decide alone.
 */
export const conformalModel = (rows: readonly EffortRow[]): EffortModel => {
  const repositories = [...new Set(rows.map(({ repository }) => repository))]
  const quantiles = repositories.map((left) => {
    const coefficients = fitEffort(rows.filter(({ repository }) => repository !== left))
    const residuals = rows
      .filter(({ repository }) => repository === left)
      .map((row) => row.logHours - logHours(row, { coefficients }))
      .sort((a, b) => a - b)
    const at = (share: number) =>
      residuals[Math.min(residuals.length - 1, Math.floor(share * (residuals.length + 1)))] ?? 0
    return [0.05, 0.25, 0.75, 0.95].map(at)
  })
  const [q05 = 0, q25 = 0, q75 = 0, q95 = 0] = [0, 1, 2, 3].map(
    (at) => quantiles.reduce((sum, own) => sum + (own[at] ?? 0), 0) / quantiles.length,
  )
  return { coefficients: fitEffort(rows), residuals50: [q25, q75], residuals90: [q05, q95] }
}
