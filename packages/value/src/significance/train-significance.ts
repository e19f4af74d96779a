import type { KindEstimate } from '../kind/kind.ts'
import type { TrainedModel } from '../learning/linear-artifact.ts'
import { type Entry, packRows, selectVocabulary, type Vocabulary } from '../learning/rows.ts'
import { fitSoftmax, type LinearModel } from '../learning/softmax-regression.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { authoredLines } from './authored-lines.ts'
import { calibrate } from './calibrate.ts'
import { type Caps, logOdds, type SignificanceModel } from './estimate-significance.ts'
import { isOfPath } from './path-names.ts'
import { directionOf, type Feature, significanceFeatures } from './significance-features.ts'

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
  l2: 4e-2,
  iterations: 60,
  /** How strongly features are held to zero, relative to `l2`: what was known beforehand hardly, paths by a fifth. */
  priorPenalty: 0.025,
  pathPenalty: 0.2,
  repositoryPenalty: 0.005,
  /** Repositories weigh by the inverse of their size to this power. */
  repositoryPower: 0.5,
  /** Pull requests that come without their size weigh less: there is less to learn from them. */
  unknownWeight: 0.5,
  /** The quantile of the pull of titles, and of files, that becomes the most any can have. */
  capQuantile: 0.995,
} as const

/** Fits ranking, caps and calibration; the calibration is learned on repositories that the ranking had not seen. */
export const trainSignificance = (rows: readonly LabelledSignificance[]): SignificanceModel => {
  const features = rows.map(({ facts, kind }) => significanceFeatures(facts, kind))
  const trained = fit(rows, features)
  const caps = capsOf(rows, trained)
  const unseen = oddsOfUnseen(rows, features, caps)
  return { ...trained, caps, ...calibrate(unseen, rows) }
}

const oddsOf = ({ facts, kind }: LabelledSignificance, trained: TrainedModel, caps: Caps): number => {
  const { bias, groups } = logOdds(facts, kind, { ...trained, caps })
  return Object.values(groups).reduce((sum, pull) => sum + pull, bias)
}

const oddsOfUnseen = (
  rows: readonly LabelledSignificance[],
  features: readonly (readonly Feature[])[],
  caps: Caps,
): Float64Array => {
  const odds = new Float64Array(rows.length)
  for (const repository of repositoriesOf(rows)) {
    const seen = rows.flatMap((row, at) => (row.repository === repository ? [] : [at]))
    const trained = fit(
      seen.map((at) => rows[at] as LabelledSignificance),
      seen.map((at) => features[at] as readonly Feature[]),
    )
    for (const [at, row] of rows.entries()) if (row.repository === repository) odds[at] = oddsOf(row, trained, caps)
  }
  return odds
}

/**
 * Every repository has an intercept of its own while learning, so that no feature is credited with what only tells in
 * which repository it stands. Features that would move the score the way they must not are left out, and the rest fitted
 * again.
 */
const fit = (rows: readonly LabelledSignificance[], features: readonly (readonly Feature[])[]): TrainedModel => {
  const { minRows, minGroups, l2, iterations, repositoryPenalty } = significanceTraining
  const labels = rows.map(({ notable }) => (notable ? 1 : 0))
  const repositories = repositoriesOf(rows)
  const banned = new Set<string>()
  for (;;) {
    const bags = features.map((row) => row.map(({ name }) => name).filter((name) => !banned.has(name)))
    const vocabulary = selectVocabulary(
      bags,
      rows.map(({ repository }) => repository),
      { minRows, minGroups },
    )
    const { names } = vocabulary
    const width = names.length + repositories.length
    const packed = packRows(
      features.map((row, at) => [
        ...entriesOf(row, vocabulary),
        [names.length + repositories.indexOf(rows[at]?.repository ?? ''), 1],
      ]),
      width,
    )
    const penalties = new Float64Array(width).fill(repositoryPenalty)
    penalties.set(names.map(penaltyOf))
    const fitted = fitSoftmax(packed, labels, weightsOf(rows), { classes: 2, l2, iterations, penalties })
    const model = withoutColumns(fitted, names.length)
    const astray = names.filter((name, column) => {
      const weight = (model.weights[2 * column + 1] ?? 0) - (model.weights[2 * column] ?? 0)
      return directionOf(name) * weight < 0
    })
    if (astray.length === 0) return { vocabulary, model }
    for (const name of astray) banned.add(name)
  }
}

const penaltyOf = (name: string): number => {
  if (name.startsWith('#')) return significanceTraining.priorPenalty
  return isOfPath(name) ? significanceTraining.pathPenalty : 1
}

/** The model without the columns from `width` on; the biases stay. */
const withoutColumns = ({ classes, width: whole, weights }: LinearModel, width: number): LinearModel => {
  const kept = new Float64Array((width + 1) * classes)
  kept.set(weights.subarray(0, width * classes))
  kept.set(weights.subarray(whole * classes), width * classes)
  return { classes, width, weights: kept }
}

const entriesOf = (features: readonly Feature[], { columnOf }: Vocabulary): Entry[] =>
  features.flatMap(({ name, value }) => {
    const column = columnOf.get(name)
    return column === undefined ? [] : [[column, value] as const]
  })

const repositoriesOf = (rows: readonly LabelledSignificance[]) => [...new Set(rows.map(({ repository }) => repository))]

const weightsOf = (rows: readonly LabelledSignificance[]): Float64Array => {
  const sizes = Map.groupBy(rows, ({ repository }) => repository)
  const { repositoryPower, unknownWeight } = significanceTraining
  return Float64Array.from(
    rows,
    ({ repository, facts }) =>
      (sizes.get(repository)?.length ?? 1) ** -repositoryPower * (authoredLines(facts) === null ? unknownWeight : 1),
  )
}

const capsOf = (rows: readonly LabelledSignificance[], trained: TrainedModel): Caps => {
  const caps = { words: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY }
  const pulls = rows.map(({ facts, kind }) => logOdds(facts, kind, { ...trained, caps }).groups)
  const capOf = (group: keyof Caps) => {
    const sorted = pulls.map((groups) => Math.abs(groups[group])).sort((a, b) => a - b)
    return sorted[Math.floor(significanceTraining.capQuantile * (sorted.length - 1))] ?? 0
  }
  return { words: capOf('words'), files: capOf('files') }
}
