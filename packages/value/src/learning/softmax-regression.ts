import { minimise } from './lbfgs.ts'
import type { Entry, Rows } from './rows.ts'

/** Weights by column, then class; the biases are the last `classes` numbers. */
export type LinearModel = { readonly classes: number; readonly width: number; readonly weights: Float64Array }

export type LinearOptions = {
  readonly classes: number
  readonly l2: number
  readonly iterations: number
  /** How strongly each column is held to zero, relative to `l2`; 1 by default. */
  readonly penalties?: Float64Array
}

/**
 * Multinomial logistic regression with an L2 penalty, fitted by L-BFGS: minimises the weighted mean of
 * -log softmax(Wx + b)[y] + l2 / 2 · Σ penalty · W². The biases are free.
 */
export const fitSoftmax = (
  rows: Rows,
  labels: ArrayLike<number>,
  rowWeights: Float64Array,
  { classes, l2, iterations, penalties }: LinearOptions,
): LinearModel => {
  const { starts, columns, values, width } = rows
  const total = rowWeights.reduce((sum, weight) => sum + weight, 0)
  const biasAt = width * classes
  const scores = new Float64Array(classes)
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0)
    let loss = 0
    for (let row = 0; row < starts.length - 1; row += 1) {
      const weight = (rowWeights[row] as number) / total
      if (weight === 0) continue
      const from = starts[row] as number
      const to = starts[row + 1] as number
      for (let c = 0; c < classes; c += 1) scores[c] = point[biasAt + c] as number
      for (let i = from; i < to; i += 1) {
        const offset = (columns[i] as number) * classes
        const value = values[i] as number
        for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] as number) + value * (point[offset + c] as number)
      }
      const label = labels[row] as number
      loss += weight * toErrors(scores, label)
      for (let c = 0; c < classes; c += 1) {
        scores[c] = (scores[c] as number) * weight
        gradient[biasAt + c] = (gradient[biasAt + c] as number) + (scores[c] as number)
      }
      for (let i = from; i < to; i += 1) {
        const offset = (columns[i] as number) * classes
        const value = values[i] as number
        for (let c = 0; c < classes; c += 1)
          gradient[offset + c] = (gradient[offset + c] as number) + value * (scores[c] as number)
      }
    }
    for (let column = 0; column < width; column += 1) {
      const strength = l2 * (penalties?.[column] ?? 1)
      for (let c = 0, i = column * classes; c < classes; c += 1, i += 1) {
        const w = point[i] as number
        loss += (strength / 2) * w * w
        gradient[i] = (gradient[i] as number) + strength * w
      }
    }
    return loss
  }
  return { classes, width, weights: minimise(objective, new Float64Array(biasAt + classes), { iterations }) }
}

/** Turns scores into probability minus truth, in place, and returns -log of the truth's probability. */
const toErrors = (scores: Float64Array, label: number): number => {
  softmaxInPlace(scores)
  const loss = -Math.log(Math.max(scores[label] as number, 1e-300))
  scores[label] = (scores[label] as number) - 1
  return loss
}

export const softmaxInPlace = (scores: Float64Array): Float64Array => {
  let largest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > largest) largest = score
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = Math.exp((scores[c] as number) - largest)
    sum += scores[c] as number
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] as number) / sum
  return scores
}

/** The scores of all classes, before softmax. */
export const linearScores = ({ classes, width, weights }: LinearModel, entries: readonly Entry[]): Float64Array => {
  const scores = Float64Array.from(weights.subarray(width * classes))
  for (const [column, value] of entries) {
    for (let c = 0, i = column * classes; c < classes; c += 1, i += 1)
      scores[c] = (scores[c] as number) + value * (weights[i] as number)
  }
  return scores
}
