import { z } from 'zod'
import type { Quality } from './assess-quality.ts'

export type Verdict = 'accept' | 'quarantine' | 'reject'

export type GateReason = {
  readonly rule: GateRule
  readonly verdict: Exclude<Verdict, 'accept'>
  readonly value: number
  readonly limit: number
  readonly text: string
}

type Rule = {
  readonly value: (quality: Quality) => number | null
  readonly side: 'min' | 'max'
  /** A document beyond the first is set aside, one beyond the second is refused; null switches a step off. */
  readonly quarantine: number | null
  readonly reject: number | null
  readonly onlyProse: boolean
  /** Where the limit comes from. */
  readonly source: string
  readonly says: string
}

const GOPHER = 'Gopher (Rae et al., 2021)'
const C4 = 'C4 (Raffel et al., 2020)'
const FINEWEB = 'FineWeb (Penedo et al., 2024)'
const OURS = 'chosen here'

const rule = (
  side: Rule['side'],
  quarantine: number | null,
  reject: number | null,
  source: string,
  says: string,
  value: Rule['value'],
  onlyProse = true,
): Rule => ({ side, quarantine, reject, source, says, value, onlyProse })

/** Shares over fewer words say little; Gopher leaves shorter pages out altogether. */
const FEWEST_TO_MEASURE = 50

/**
 * Every rule of the gate. The papers' limits drop pages from a crawl of the web; a document that somebody chose is only
 * set aside by them, to be looked at. Short notes and long books are no fault in it, so that Gopher's 50 and 100,000
 * words stand here switched off.
 */
const rules = {
  score: rule('min', 60, 30, OURS, 'the quality score', ({ score }) => score, false),
  coverage: rule('min', 0.8, 0.3, OURS, 'the share of pages with text', ({ measures }) => measures.coverage, false),
  garbage: rule(
    'max',
    0.02,
    0.2,
    OURS,
    'the share of garbage characters',
    ({ measures }) => measures.garbageShare,
    false,
  ),
  mojibake: rule(
    'max',
    0.01,
    0.2,
    OURS,
    'the share of wrongly decoded words',
    ({ measures }) => measures.mojibakeShare,
    false,
  ),
  ocrConfidence: rule(
    'min',
    75,
    40,
    OURS,
    'the confidence of recognition',
    ({ measures }) => measures.ocrWordConfidence,
    false,
  ),
  ocrWorstPage: rule(
    'min',
    60,
    null,
    OURS,
    'the confidence of the worst page',
    ({ measures }) => measures.ocrWorstPageConfidence,
    false,
  ),
  wordShape: rule(
    'min',
    0.7,
    0.4,
    OURS,
    'the share of words with the shape of words',
    ({ measures }) => measures.wordShapeShare,
  ),
  fewestWords: rule('min', null, 1, OURS, 'the number of words', ({ measures }) => measures.words),
  mostWords: rule('max', null, null, OURS, 'the number of words', ({ measures }) => measures.words),
  shortestMeanWord: rule('min', 3, null, GOPHER, 'the mean length of words', ({ measures }) => measures.meanWordLength),
  longestMeanWord: rule('max', 10, null, GOPHER, 'the mean length of words', ({ measures }) => measures.meanWordLength),
  symbols: rule(
    'max',
    0.1,
    null,
    GOPHER,
    'the ratio of # and … to words',
    ({ measures }) => measures.symbolToWordRatio,
  ),
  bullets: rule(
    'max',
    0.9,
    null,
    GOPHER,
    'the share of lines with a bullet',
    ({ measures }) => measures.bulletLineShare,
  ),
  ellipses: rule(
    'max',
    0.3,
    null,
    GOPHER,
    'the share of lines that end in …',
    ({ measures }) => measures.ellipsisLineShare,
  ),
  letterWords: rule(
    'min',
    0.8,
    null,
    GOPHER,
    'the share of words with a letter',
    ({ measures }) => measures.letterWordShare,
  ),
  stopWords: rule(
    'min',
    2,
    null,
    GOPHER,
    'the number of different common words',
    ({ measures }) => measures.stopWordKinds,
  ),
  sentences: rule('min', 3, null, C4, 'the number of sentences', ({ measures }) => measures.sentences),
  placeholders: rule('max', 0, null, C4, 'the number of "lorem ipsum"', ({ measures }) => measures.placeholderCount),
  punctuatedLines: rule(
    'min',
    0.12,
    null,
    FINEWEB,
    'the share of lines that end in punctuation',
    ({ measures }) => measures.punctuatedLineShare,
  ),
  duplicateLines: rule(
    'max',
    0.1,
    null,
    FINEWEB,
    'the share of characters in repeated lines',
    ({ measures }) => measures.duplicateLineCharacterShare,
  ),
  shortLines: rule(
    'max',
    0.67,
    null,
    FINEWEB,
    'the share of lines under 30 characters',
    ({ measures }) => measures.shortLineShare,
  ),
} satisfies Record<string, Rule>

export type GateRule = keyof typeof rules

const entries = Object.entries(rules) as [GateRule, Rule][]

const step = (value: number | null) => z.number().nullable().default(value)

const limitsOf = ({ quarantine, reject }: Rule) =>
  z.strictObject({ quarantine: step(quarantine), reject: step(reject) }).prefault({})

type LimitSchema = ReturnType<typeof limitsOf>

/** Limits that a workspace may change one by one; what it leaves out keeps its default. */
export const qualityThresholds = z.strictObject(
  // The keys are those of the table above; `fromEntries` forgets them.
  Object.fromEntries(entries.map(([name, each]) => [name, limitsOf(each)])) as Record<GateRule, LimitSchema>,
)

export type QualityThresholds = z.infer<typeof qualityThresholds>

/** Where the default limits come from. The papers' figures are from the papers, not measured here. */
export const gateSources = (): { rule: GateRule; source: string }[] =>
  entries.map(([name, { source }]) => ({ rule: name, source }))

/** Accepts a document, sets it aside or refuses it, with every rule that it breaks. */
export function gate(
  quality: Quality,
  thresholds: QualityThresholds = qualityThresholds.parse({}),
): { verdict: Verdict; reasons: GateReason[] } {
  const isLong = quality.measures.words >= FEWEST_TO_MEASURE
  const reasons = entries.flatMap(([name, { side, value: measure, onlyProse, says, source }]): GateReason[] => {
    const value = measure(quality)
    const isMeasured = !onlyProse || (quality.isProse && (isLong || name === 'fewestWords'))
    if (value === null || !isMeasured) return []
    const isBeyond = (limit: number | null): limit is number =>
      limit !== null && (side === 'min' ? value < limit : value > limit)
    const { quarantine, reject } = thresholds[name]
    const limit = isBeyond(reject) ? reject : quarantine
    if (!isBeyond(limit)) return []
    const shown = Number(value.toFixed(3))
    const text = `${says} is ${shown}, and the limit is ${side === 'min' ? 'at least' : 'at most'} ${limit} (${source})`
    return [{ rule: name, verdict: isBeyond(reject) ? 'reject' : 'quarantine', value, limit, text }]
  })
  const isRejected = reasons.some((reason) => reason.verdict === 'reject')
  return { verdict: isRejected ? 'reject' : reasons.length > 0 ? 'quarantine' : 'accept', reasons }
}
