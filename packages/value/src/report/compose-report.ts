import type { Claim } from '../claims/claim.ts'
import { commitMessages } from '../commit-messages.ts'
import type { HistoryEvent } from '../counting/history.ts'
import { type ValueTogether, valueTogether } from '../counting/value-together.ts'
import { noPrices, type ValueContext } from '../money/context.ts'
import type { TotalValue } from '../money/total-value.ts'
import type { MonetisedValue } from '../money/value.ts'
import type { NearMiss } from '../roll-up/near-misses.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import { type RolledUp, rollUp, summarise } from '../roll-up/roll-up.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { withoutEvidence } from './evidence-guard.ts'
import { evidenceOf, sentencesOf } from './summary.ts'

export type ReportRequest = {
  readonly title: string
  readonly repository: string | null
  /** Names that the person goes by; null for everybody. */
  readonly authors: readonly string[] | null
  readonly from: Date
  readonly to: Date
  /** The reader's own words for the top. */
  readonly sentences: readonly string[]
}

export type QuotedClaim = Pick<Claim, 'text' | 'field' | 'start' | 'end' | 'metric' | 'effect' | 'modality' | 'hash'>

export type Achievement = {
  readonly id: string
  readonly repository: string
  readonly number: number | null
  readonly sha: string
  readonly title: string
  readonly author: string
  readonly mergedAt: string
  readonly kind: string
  readonly significance: { readonly score: number; readonly low: number; readonly high: number }
  /** What its text states as done, to the letter. */
  readonly quotes: readonly QuotedClaim[]
  readonly value: MonetisedValue | null
  readonly history: readonly (Omit<HistoryEvent, 'at'> & { readonly at: string })[]
}

/** A report as it is kept; every format of it is made from this. */
export type Report = Omit<ReportRequest, 'from' | 'to' | 'sentences'> & {
  readonly from: string
  readonly to: string
  readonly madeAt: string
  readonly method: string
  readonly contextVersion: string | null
  readonly sentences: readonly string[]
  readonly refused: readonly { readonly sentence: string; readonly why: string }[]
  readonly whole: Omit<RolledUp, 'key' | 'value'> & { readonly value: TotalValue | null }
  readonly byKind: readonly RolledUp[]
  readonly byMonth: readonly RolledUp[]
  readonly byRepository: readonly RolledUp[]
  /** The likeliest to be announced, the likeliest first. */
  readonly headlines: readonly Achievement[]
  /** Those that state an effect in numbers, in the order of their merges. */
  readonly stated: readonly Achievement[]
  /** What was taken back or had to be repaired. */
  readonly undone: readonly Achievement[]
  /** Other names that may be the same person's. */
  readonly nearMisses: readonly NearMiss[]
}

const HEADLINES = 10
const STATED = 50

/** Composes a report from assessed pull requests; the same arguments give the same report. */
export const composeReport = (
  request: ReportRequest,
  works: readonly ReportedWork[],
  {
    context,
    method,
    nearMisses,
    madeAt,
  }: { context: ValueContext | null; method: string; nearMisses: readonly NearMiss[]; madeAt: Date },
): Report => {
  const together = valueTogether(works.map(toValuedWork), context ?? noPrices)
  const priced = context && { values: together.values, context }
  const asked = works.filter(({ isBeside }) => !isBeside)
  const achievements = asked.map((work) => toAchievement(work, together, context !== null))
  const standing = achievements.filter(({ history }) => !isUndone(history))
  const facts = {
    whole: { ...summarise(asked), value: context && together.total },
    byKind: rollUp(works, 'kind', priced),
    byMonth: rollUp(works, 'month', priced),
    byRepository: rollUp(works, 'repository', priced),
    stated: standing.filter(({ quotes }) => quotes.length > 0).slice(-STATED),
    undone: achievements.filter(({ history }) => history.length > 0),
  }
  const evidence = evidenceOf(facts)
  const checked = [...request.sentences, ...sentencesOf(facts)].map((sentence) => ({
    sentence,
    why: withoutEvidence(sentence, evidence),
  }))
  return {
    title: request.title,
    repository: request.repository,
    authors: request.authors,
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    madeAt: madeAt.toISOString(),
    method,
    contextVersion: context?.version ?? null,
    sentences: checked.flatMap(({ sentence, why }) => (why === null ? [sentence] : [])),
    refused: checked.flatMap(({ sentence, why }) => (why === null ? [] : [{ sentence, why }])),
    ...facts,
    headlines: standing.toSorted((a, b) => b.significance.score - a.significance.score).slice(0, HEADLINES),
    nearMisses: nearMisses.filter(({ names }) => request.authors?.some((name) => names.includes(name))),
  }
}

const isUndone = (history: Achievement['history']): boolean =>
  history.findLast(({ event }) => event !== 'repaired')?.event === 'reverted'

const toAchievement = (work: ReportedWork, { values }: ValueTogether, isPriced: boolean): Achievement => {
  const known = values.get(work.id)
  return {
    id: work.id,
    repository: work.repository,
    number: work.number,
    sha: work.sha,
    title: work.title,
    author: work.author,
    mergedAt: work.mergedAt.toISOString(),
    kind: work.kind,
    significance: { score: work.score, low: work.low, high: work.high },
    quotes: quotesOf(work),
    value: isPriced ? (known?.value ?? null) : null,
    history: (known?.history.events ?? []).map((event) => ({ ...event, at: event.at.toISOString() })),
  }
}

/** Claims of what was done that still stand where they were read; an edited text is not quoted. */
const quotesOf = (work: ReportedWork): QuotedClaim[] => {
  const messages = commitMessages(work)
  return (work.claims as readonly Claim[]).flatMap(
    ({ text, field, start, end, index, metric, effect, modality, hash }) => {
      const source = { title: work.title, body: work.body, commit: messages[index ?? 0], text: '' }[field]
      const isThere = source?.slice(start, end) === text
      const counts = modality === 'done' || modality === 'regression'
      return isThere && counts ? [{ text, field, start, end, metric, effect, modality, hash }] : []
    },
  )
}
