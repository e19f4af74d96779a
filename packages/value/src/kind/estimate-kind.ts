import type { TrainedModel } from '../learning/linear-artifact.ts'
import { entriesOf } from '../learning/rows.ts'
import { linearScores, softmaxInPlace } from '../learning/softmax-regression.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { splitTitle } from './conventional-prefix.ts'
import { type KindEstimate, type LearnedKind, learnedKinds } from './kind.ts'
import { kindFeatures } from './kind-features.ts'
import { kindOfLabels } from './label-kind.ts'
import { advisoryIn } from './security-words.ts'

/** How often a declared kind is taken to be right: authors mislabel now and then. */
const DECLARED = 0.97
const LABELLED = 0.9

/** How many words of the evidence are named. */
const EVIDENCE = 3

/** What a pull request is for: as its author declared it, else as a label says, else as the model reads it. */
export const estimateKind = (facts: PullRequestFacts, trained: TrainedModel): KindEstimate => {
  const { words, prefix, kind } = splitTitle(facts.title, facts.typePrefix)
  if (kind !== null) return withAdvisory(facts, given(kind, DECLARED, 'declared', `the title begins with '${prefix}'`))
  const labelled = kindOfLabels(facts.labels ?? [])
  if (labelled) return withAdvisory(facts, given(labelled.kind, LABELLED, 'label', `labelled '${labelled.label}'`))
  return withAdvisory(facts, modelled(facts, words, trained))
}

const given = (kind: LearnedKind, probability: number, by: KindEstimate['by'], evidence: string): KindEstimate => ({
  label: kind,
  probability,
  by,
  evidence,
  probabilities: learnedKinds.map((other) => (other === kind ? probability : (1 - probability) / 7)),
})

const modelled = (facts: PullRequestFacts, words: string, { vocabulary, model }: TrainedModel): KindEstimate => {
  const entries = entriesOf(kindFeatures(facts, words), vocabulary)
  const probabilities = [...softmaxInPlace(linearScores(model, entries))]
  const probability = Math.max(...probabilities)
  const best = probabilities.indexOf(probability)
  const pulls = entries
    .map(([column]) => ({ column, pull: model.weights[column * model.classes + best] ?? 0 }))
    .sort((a, b) => b.pull - a.pull)
    .slice(0, EVIDENCE)
    .filter(({ pull }) => pull > 0)
    .map(({ column }) => describeFeature(vocabulary.names[column] ?? ''))
  return {
    label: learnedKinds[best] ?? 'chore',
    probability,
    by: 'model',
    evidence:
      pulls.length > 0 ? `reads so by ${[...new Set(pulls)].join(', ')}` : 'nothing in it tells of another kind',
    probabilities,
  }
}

const withAdvisory = (facts: PullRequestFacts, estimate: KindEstimate): KindEstimate => {
  if (estimate.label !== 'fix') return estimate
  const advisory = advisoryIn(facts.title) ?? advisoryIn((facts.body ?? '').slice(0, 20_000))
  return advisory === null
    ? estimate
    : { ...estimate, label: 'security', evidence: `${estimate.evidence}; names ${advisory}` }
}

const groups: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^(?:t|f|l|p|fp):/, (name) => `the word '${name.split('|').at(-1)}' in the title`],
  [/^(?:t2|f2):/, (name) => `the words '${name.trim()}' in the title`],
  [/^c:/, (name) => `letters '${name}' in the title`],
  [/^b2?:/, (name) => `'${name}' in the description`],
  [/^(?:x|xp|xf|xfp|xx|xb):/, (name) => `words of '${name.split('|').at(-1)}'`],
  [/^k:/, (name) => `files: ${name}`],
  [/^(?:d|d0|o|e):/, (name) => `a file in or named '${name}'`],
  [/^s:/, (name) => `its size (${name.split('|').at(-1)})`],
]

const describeFeature = (feature: string): string => {
  const group = groups.find(([prefix]) => prefix.test(feature))
  const name = feature.slice(feature.indexOf(':') + 1)
  return group ? group[1](name) : name
}
