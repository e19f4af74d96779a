import { type KindEstimate, learnedKinds } from '../kind/kind.ts'
import type { TrainedModel } from '../learning/linear-artifact.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { authoredLines } from './authored-lines.ts'
import type { Calibration } from './calibrate.ts'
import { type FeatureGroup, featureGroups, significanceFeatures } from './significance-features.ts'

/** The groups that anyone can fill at will are capped. */
const cappedGroups = ['words', 'files'] as const
export type Caps = Readonly<Record<(typeof cappedGroups)[number], number>>

export type SignificanceModel = TrainedModel &
  Calibration & {
    /** No title, and no list of files, moves the log-odds by more than these, up or down. */
    readonly caps: Caps
  }

type SignificanceReason = {
  readonly reason: FeatureGroup | 'base rate'
  /** Points of the score; the contributions add up to it. */
  readonly contribution: number
  readonly evidence: string
}

export type Significance = {
  /** 0 to 100: the chance in per cent that maintainers single this out in their release notes. */
  readonly score: number
  /** The same in the repository of those learned from that announces least readily, and most readily. */
  readonly low: number
  readonly high: number
  readonly reasons: readonly SignificanceReason[]
}

/** Estimates the significance of a pull request from its kind, size, files and title. */
export const estimateSignificance = (
  facts: PullRequestFacts,
  kind: KindEstimate,
  trained: SignificanceModel,
): Significance => {
  const { bias, groups, best } = logOdds(facts, kind, trained)
  const { intercept, slope } = trained.calibration
  const points = (odds: number, shift = intercept) => 100 / (1 + Math.exp(-(shift + slope * odds)))
  const odds = featureGroups.reduce((sum, group) => sum + groups[group], bias)
  const ordinary = logOdds(ordinaryFacts, ordinaryKind, trained).groups
  let told = featureGroups.reduce((sum, group) => sum + ordinary[group], bias)
  const reasons: SignificanceReason[] = [
    { reason: 'base rate', contribution: points(told), evidence: 'what an ordinary pull request scores: a small fix' },
  ]
  for (const group of featureGroups) {
    const before = points(told)
    told += groups[group] - ordinary[group]
    if (groups[group] === ordinary[group]) continue
    reasons.push({ reason: group, contribution: points(told) - before, evidence: evidenceOf(group, facts, kind, best) })
  }
  const single = trained.intercepts.map((shift) => points(odds, shift))
  const score = points(odds)
  return { score, low: Math.min(score, ...single), high: Math.max(score, ...single), reasons }
}

/**
 * What others are told from: the medians of 30,303 pull requests of cargo, fastify, helm, prometheus, undici and vite as
 * `assay sources dump` gives them, a fix as most are, with nothing to be said of its files and words.
 */
const ordinaryFacts: PullRequestFacts = { title: '', additions: 20, deletions: 4, filesTotal: 2 }
const ordinaryKind: KindEstimate = {
  label: 'fix',
  probability: 1,
  by: 'model',
  evidence: '',
  probabilities: learnedKinds.map((kind) => Number(kind === 'fix')),
}

type LogOdds = {
  readonly bias: number
  readonly groups: Readonly<Record<FeatureGroup, number>>
  /** The title's words that weigh most. */
  readonly best: readonly string[]
}

/** The uncalibrated log-odds, apart by what they come from. */
export const logOdds = (
  facts: PullRequestFacts,
  kind: KindEstimate,
  { vocabulary, model, caps }: Pick<SignificanceModel, 'vocabulary' | 'model' | 'caps'>,
): LogOdds => {
  const weightOf = (column: number) => (model.weights[2 * column + 1] ?? 0) - (model.weights[2 * column] ?? 0)
  const groups: Record<FeatureGroup, number> = { kind: 0, size: 0, files: 0, words: 0, breaking: 0 }
  const pulls: { name: string; pull: number }[] = []
  for (const { group, name, value } of significanceFeatures(facts, kind)) {
    const column = vocabulary.columnOf.get(name)
    if (column === undefined) continue
    const pull = value * weightOf(column)
    groups[group] += pull
    if (/^[tf]2?:/.test(name)) pulls.push({ name: name.slice(name.indexOf(':') + 1), pull })
  }
  // Neither words, file names nor a mark can lift what nobody wrote.
  const nothing = authoredLines(facts) === 0
  for (const group of cappedGroups)
    groups[group] = Math.max(-caps[group], Math.min(nothing ? 0 : caps[group], groups[group]))
  if (nothing) groups.breaking = 0
  const best = pulls.sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).map(({ name }) => name)
  return { bias: weightOf(vocabulary.names.length), groups, best: [...new Set(best)].slice(0, 3) }
}

const evidenceOf = (
  group: FeatureGroup,
  facts: PullRequestFacts,
  kind: KindEstimate,
  best: readonly string[],
): string => {
  if (group === 'kind') return `${kind.label} (${Math.round(kind.probability * 100)} %): ${kind.evidence}`
  if (group === 'files')
    return `${facts.filesTotal ?? facts.files?.length ?? 'unknown'} files, by their classes and names`
  if (group === 'words') return best.length > 0 ? `in the title: ${best.join(', ')}` : 'the title'
  if (group === 'breaking') return 'marked as a breaking change'
  const lines = authoredLines(facts)
  return lines === null ? 'its size is not known' : `${Math.round(lines)} authored lines`
}
