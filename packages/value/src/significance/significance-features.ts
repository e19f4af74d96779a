import { splitTitle } from '../kind/conventional-prefix.ts'
import { type KindEstimate, learnedKinds } from '../kind/kind.ts'
import { isGenerated } from '../kind/path-classes.ts'
import { actions, conceptsIn, signals } from '../learning/concepts.ts'
import { foldText, wordsOf } from '../learning/words.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { authoredLines } from './authored-lines.ts'
import { pathNames } from './path-names.ts'
import { isOfWorkshop } from './workshop.ts'

/** What a feature speaks of; a reader is told the sum of each. */
export const featureGroups = ['kind', 'size', 'files', 'words', 'breaking'] as const
export type FeatureGroup = (typeof featureGroups)[number]

export type Feature = { readonly group: FeatureGroup; readonly name: string; readonly value: number }

/** How readily maintainers single a kind out: what was known before anything was learned. */
const rankOfKind: readonly number[] = learnedKinds.map(
  (kind) => ({ feature: 5, fix: 2, perf: 4, refactor: 2, docs: 1, test: 1, chore: 1, deps: 0 })[kind],
)

/** Each line count passed adds its own weight, none of them below zero: more lines never lower the score. */
const LINES = [1, 5, 15, 40, 100, 250, 600, 1_500]
const FILES = [2, 4, 8, 16]
const TITLE_WORDS = 24

/** How a description declares a breaking change (conventionalcommits.org 1.0); the words in a sentence are none. */
const FOOTER = /^BREAKING[ -]CHANGE: \S/m

/** Half the way up the scale, for pull requests that come without a size. */
const UNKNOWN_SIZE = 0.35

/**
 * What the significance of a pull request is told from: its kind, its size, its files and the words of
 * its title. Of the description only the footer that declares a breaking change is read: the rest adds nothing to the
 * ranking, and what is not read cannot be padded.
 */
export const significanceFeatures = (facts: PullRequestFacts, kind: KindEstimate): Feature[] => {
  const split = splitTitle(facts.title, facts.typePrefix)
  const top = learnedKinds[kind.probabilities.indexOf(Math.max(...kind.probabilities))] ?? 'chore'
  const features: Feature[] = [...sizeFeatures(facts, kind)]
  const add = (group: FeatureGroup, name: string, value = 1) => features.push({ group, name, value })
  add('kind', `K:${top}`)
  add('kind', `D:${kind.by === 'model' ? 'none' : top}`)
  if (split.breaking || FOOTER.test((facts.body ?? '').slice(0, 20_000))) add('breaking', '#breaking')
  if (isOfWorkshop(split)) add('kind', '#workshop')
  const paths = (facts.files ?? []).map(({ path }) => path)
  for (const name of pathNames(paths)) add('files', name)
  for (const name of titleFeatures(split.words, top)) add('words', name)
  return features
}

function* sizeFeatures(facts: PullRequestFacts, kind: KindEstimate): Generator<Feature> {
  const rank = kind.probabilities.reduce((sum, p, at) => sum + p * (rankOfKind[at] ?? 0), 0) / 5
  const lines = authoredLines(facts)
  const size = lines === null ? UNKNOWN_SIZE : Math.log1p(lines) / Math.log1p(10_000)
  yield { group: 'kind', name: '#rank', value: rank }
  yield { group: 'size', name: '#size', value: size }
  yield { group: 'size', name: '#rank*size', value: rank * size }
  if (lines === null) yield { group: 'size', name: 'Sna', value: 1 }
  for (const least of LINES.filter((least) => (lines ?? 0) >= least)) {
    yield { group: 'size', name: `S>${least}`, value: 1 }
  }
  const paths = facts.files ?? []
  const generated = paths.filter(({ path }) => isGenerated(path)).length
  const authored = (facts.filesTotal ?? paths.length) - generated
  for (const least of FILES.filter((least) => authored >= least)) yield { group: 'size', name: `F>${least}`, value: 1 }
}

function* titleFeatures(given: string, top: string): Generator<string> {
  const title = foldText(given).slice(0, 400)
  const words = wordsOf(title).slice(0, TITLE_WORDS)
  const names = new Set<string>()
  for (const word of words) names.add(`t:${word}`)
  for (let at = 0; at + 1 < words.length; at += 1) names.add(`t2:${words[at]} ${words[at + 1]}`)
  if (words.length > 0) names.add(`f:${words[0]}`)
  if (words.length > 1) names.add(`f2:${words[0]} ${words[1]}`)
  for (const name of conceptsIn(title, actions)) names.add(`x:${name}`)
  for (const name of conceptsIn(words[0] ?? '', actions)) names.add(`xf:${name}`)
  const hits = conceptsIn(title, signals)
  for (const [at, hit] of hits.entries()) {
    names.add(`g:${hit}`)
    names.add(`gK:${hit}|${top}`)
    for (const other of hits.slice(at + 1)) names.add(`gg:${hit}|${other}`)
  }
  yield* names
}

/** Which way a feature may move the score: 1 only up, -1 only down, 0 either. */
export const directionOf = (name: string): -1 | 0 | 1 => {
  if (name === '#workshop') return -1
  return /^(?:S>|F>|#)/.test(name) ? 1 : 0
}
