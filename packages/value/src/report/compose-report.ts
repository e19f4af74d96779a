import type { Claim } from '../claims/claim.ts'
import { commitMessages } from '../commit-messages.ts'
import { type ValueTogether, valueTogether } from '../counting/value-together.ts'
import { noPrices, type ValueContext } from '../money/context.ts'
import type { NearMiss } from '../roll-up/near-misses.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import { rollUp, summarise } from '../roll-up/roll-up.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { withoutEvidence } from './evidence-guard.ts'
import type { Achievement, Report, ReportRequest } from './report.ts'
import { evidenceOf, sentencesOf } from './summary.ts'

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
const quotesOf = (work: ReportedWork): Achievement['quotes'] => {
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
