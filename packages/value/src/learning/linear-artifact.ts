import { type Vocabulary, vocabularyOf } from './rows.ts'
import type { LinearModel } from './softmax-regression.ts'

/** A linear model with the features it knows, as it works. */
export type TrainedModel = { readonly vocabulary: Vocabulary; readonly model: LinearModel }

/** The same as a file keeps it: weights as 16-bit integers in steps of `step`, base64. */
export type StoredModel = {
  readonly classes: number
  readonly features: readonly string[]
  readonly step: number
  readonly weights: string
}

const LARGEST = 32_767

/** Features whose weights are all below this share of the largest are left out: they change no outcome. */
const NEGLIGIBLE = 0.0005

export const packModel = ({ vocabulary, model }: TrainedModel): StoredModel => {
  const { classes, weights } = model
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const kept = vocabulary.names.flatMap((_, column) => {
    const own = weights.subarray(column * classes, (column + 1) * classes)
    return own.some((weight) => Math.abs(weight) > NEGLIGIBLE * largest) ? [column] : []
  })
  const step = largest / LARGEST || 1
  const stored = new Int16Array((kept.length + 1) * classes)
  for (const [row, column] of [...kept, vocabulary.names.length].entries()) {
    for (let c = 0; c < classes; c += 1)
      stored[row * classes + c] = Math.round((weights[column * classes + c] ?? 0) / step)
  }
  return {
    classes,
    features: kept.map((column) => vocabulary.names[column] ?? ''),
    step,
    weights: Buffer.from(stored.buffer).toString('base64'),
  }
}

export const unpackModel = ({ classes, features, step, weights }: StoredModel): TrainedModel => {
  const bytes = Buffer.from(weights, 'base64')
  const stored = new Float64Array((features.length + 1) * classes)
  if (bytes.length !== stored.length * 2) throw new Error('A stored model has another number of weights than it names')
  for (let i = 0; i < stored.length; i += 1) stored[i] = bytes.readInt16LE(2 * i) * step
  return { vocabulary: vocabularyOf(features), model: { classes, width: features.length, weights: stored } }
}
