import type { KindEstimate } from '../kind/kind.ts'
import type { TrainedModel } from '../learning/linear-artifact.ts'
import { type Entry, packRows, selectVocabulary, type Vocabulary } from '../learning/rows.ts'
import { fitSoftmax } from '../learning/softmax-regression.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { logOdds, type SignificanceModel } from './estimate-significance.ts'
import { type Feature, isMonotone, significanceFeatures } from './significance-features.ts'

/** A released pull request, and whether its maintainers singled it out. */
export type LabelledSignificance = {
  readonly repository: string
  readonly facts: PullRequestFacts
  readonly kind: KindEstimate
  readonly notable: boolean
}

export const significanceTraining = {
  minRows: 8,
  minGroups: 2,
  l2: 2e-2,
  iterations: 60,
  /** Features that stand for what was known beforehand are held to zero less: by this share. */
  priorPenalty: 0.05,
  /** Repositories weigh by the inverse of their size to this power. */
  repositoryPower: 0.7,
  /** The quantile of the titles' pull that becomes the most any title can have. */
  wordsQuantile: 0.995,
} as const

/** Fits ranking, cap and calibration; the calibration is learned on repositories that the ranking had not seen. */
export const trainSignificance = (rows: readonly LabelledSignificance[]): SignificanceModel => {
  const features = rows.map(({ facts, kind }) => significanceFeatures(facts, kind))
  const trained = fit(rows, features)
  const wordsCap = capOf(rows, trained)
  const unseen = oddsOfUnseen(rows, features, wordsCap)
  const weights = weightsOf(rows)
  const calibration = calibrate(unseen, rows, weights)
  const intercepts = [...new Set(rows.map(({ repository }) => repository))].map((repository) => {
    const own = Float64Array.from(rows, (row, at) => (row.repository === repository ? (weights[at] ?? 0) : 0))
    return calibrate(unseen, rows, own, calibration.slope).intercept
  })
  return { ...trained, wordsCap, calibration, intercepts }
}

const oddsOf = ({ facts, kind }: LabelledSignificance, trained: TrainedModel, wordsCap: number): number => {
  const { bias, groups } = logOdds(facts, kind, { ...trained, wordsCap })
  return Object.values(groups).reduce((sum, pull) => sum + pull, bias)
}

const oddsOfUnseen = (
  rows: readonly LabelledSignificance[],
  features: readonly (readonly Feature[])[],
  wordsCap: number,
): Float64Array => {
  const odds = new Float64Array(rows.length)
  for (const repository of new Set(rows.map((row) => row.repository))) {
    const seen = rows.flatMap((row, at) => (row.repository === repository ? [] : [at]))
    const trained = fit(
      seen.map((at) => rows[at] as LabelledSignificance),
      seen.map((at) => features[at] as readonly Feature[]),
    )
    for (const [at, row] of rows.entries()) if (row.repository === repository) odds[at] = oddsOf(row, trained, wordsCap)
  }
  return odds
}

/** Features that should only raise the score and would lower it are left out, and the rest fitted again. */
const fit = (rows: readonly LabelledSignificance[], features: readonly (readonly Feature[])[]): TrainedModel => {
  const { minRows, minGroups, l2, iterations, priorPenalty } = significanceTraining
  const labels = rows.map(({ notable }) => (notable ? 1 : 0))
  const banned = new Set<string>()
  for (;;) {
    const bags = features.map((row) => row.map(({ name }) => name).filter((name) => !banned.has(name)))
    const vocabulary = selectVocabulary(
      bags,
      rows.map(({ repository }) => repository),
      { minRows, minGroups },
    )
    const packed = packRows(
      features.map((row) => entriesOf(row, vocabulary)),
      vocabulary.names.length,
    )
    const penalties = Float64Array.from(vocabulary.names, (name) => (name.startsWith('#') ? priorPenalty : 1))
    const model = fitSoftmax(packed, labels, weightsOf(rows), { classes: 2, l2, iterations, penalties })
    const falling = vocabulary.names.filter(
      (name, column) => isMonotone(name) && (model.weights[2 * column + 1] ?? 0) < (model.weights[2 * column] ?? 0),
    )
    if (falling.length === 0) return { vocabulary, model }
    for (const name of falling) banned.add(name)
  }
}

const entriesOf = (features: readonly Feature[], { columnOf }: Vocabulary): Entry[] =>
  features.flatMap(({ name, value }) => {
    const column = columnOf.get(name)
    return column === undefined ? [] : [[column, value] as const]
  })

const weightsOf = (rows: readonly LabelledSignificance[]): Float64Array => {
  const sizes = Map.groupBy(rows, ({ repository }) => repository)
  const { repositoryPower } = significanceTraining
  return Float64Array.from(rows, ({ repository }) => (sizes.get(repository)?.length ?? 1) ** -repositoryPower)
}

const capOf = (rows: readonly LabelledSignificance[], trained: TrainedModel): number => {
  const pulls = rows
    .map(({ facts, kind }) =>
      Math.abs(logOdds(facts, kind, { ...trained, wordsCap: Number.POSITIVE_INFINITY }).groups.words),
    )
    .sort((a, b) => a - b)
  return pulls[Math.floor(significanceTraining.wordsQuantile * (pulls.length - 1))] ?? 0
}

/** Logistic regression of the outcome on the log-odds (Platt, 1999), by Newton's method; the slope may be given. */
const calibrate = (
  odds: Float64Array,
  rows: readonly LabelledSignificance[],
  weights: Float64Array,
  givenSlope?: number,
): SignificanceModel['calibration'] => {
  let intercept = 0
  let slope = givenSlope ?? 1
  for (let step = 0; step < 50; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9]
    for (const [at, row] of rows.entries()) {
      const weight = weights[at] ?? 0
      const x = odds[at] ?? 0
      const p = 1 / (1 + Math.exp(-(intercept + slope * x)))
      const error = weight * (p - (row.notable ? 1 : 0))
      const curvature = weight * p * (1 - p)
      g0 += error
      g1 += error * x
      h00 += curvature
      h01 += curvature * x
      h11 += curvature * x * x
    }
    if (givenSlope !== undefined) {
      intercept -= Math.max(-1, Math.min(1, g0 / h00))
      continue
    }
    const determinant = h00 * h11 - h01 * h01
    intercept -= (h11 * g0 - h01 * g1) / determinant
    slope -= (h00 * g1 - h01 * g0) / determinant
  }
  return { intercept, slope }
}
