import type { TrainedModel } from '../learning/linear-artifact.ts'
import { entriesOf, packRows, selectVocabulary } from '../learning/rows.ts'
import { fitSoftmax } from '../learning/softmax-regression.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { type LearnedKind, learnedKinds } from './kind.ts'
import { kindFeatures } from './kind-features.ts'

/** A pull request whose author declared its kind, with a title that does not. */
export type LabelledKind = { readonly repository: string; readonly facts: PullRequestFacts; readonly kind: LearnedKind }

export const kindTraining = {
  /** A feature counts when this many pull requests of at least two repositories have it. */
  minRows: 6,
  minGroups: 2,
  l2: 3e-3,
  iterations: 40,
  /** Rare kinds weigh more than their number: by its inverse to this power. */
  kindPower: 0.6,
  /** So do small repositories. */
  repositoryPower: 0.25,
} as const

/** The features of rows, kept between the trainings of a cross-validation. */
export const kindBags = (rows: readonly LabelledKind[]): string[][] =>
  rows.map(({ facts }) => kindFeatures(facts, facts.title))

/** Fits the model of kinds; the same rows in the same order give the same weights. */
export const trainKind = (rows: readonly LabelledKind[], bags: readonly (readonly string[])[]): TrainedModel => {
  const { minRows, minGroups, l2, iterations } = kindTraining
  const vocabulary = selectVocabulary(
    bags,
    rows.map(({ repository }) => repository),
    { minRows, minGroups },
  )
  const packed = packRows(
    bags.map((bag) => entriesOf(bag, vocabulary)),
    vocabulary.names.length,
  )
  const labels = rows.map(({ kind }) => learnedKinds.indexOf(kind))
  const model = fitSoftmax(packed, labels, weightsOf(rows), { classes: learnedKinds.length, l2, iterations })
  return { vocabulary, model }
}

const weightsOf = (rows: readonly LabelledKind[]): Float64Array => {
  const { kindPower, repositoryPower } = kindTraining
  const ofKind = Map.groupBy(rows, ({ kind }) => kind)
  const ofRepository = Map.groupBy(rows, ({ repository }) => repository)
  const rarity = (group: readonly unknown[] | undefined, power: number) => (group?.length ?? 1) ** -power
  return Float64Array.from(
    rows,
    ({ kind, repository }) =>
      rarity(ofKind.get(kind), kindPower) * rarity(ofRepository.get(repository), repositoryPower),
  )
}
