import type { Claim } from '../claims/claim.ts'
import { confirms, measurementOf, type Observation } from '../claims/observation.ts'
import { commitMessages } from '../commit-messages.ts'
import type { ValueTogether } from '../counting/value-together.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import type { Achievement, Measured } from './report.ts'

/** Reverted, and not restored since. */
export const isUndone = (history: Achievement['history']): boolean =>
  history.findLast(({ event }) => event !== 'repaired')?.event === 'reverted'

/** One pull request as reports and portfolios tell of it. */
export const toAchievement = (work: ReportedWork, { values }: ValueTogether, isPriced: boolean): Achievement => {
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
  return (work.claims as readonly Claim[]).flatMap((claim) => {
    const { text, field, start, end, index, metric, effect, modality, hash } = claim
    const source = { title: work.title, body: work.body, commit: messages[index ?? 0], text: '' }[field]
    const isThere = source?.slice(start, end) === text
    const counts = modality === 'done' || modality === 'regression'
    const measured = measuredOf(claim, work.observations)
    return isThere && counts ? [{ text, field, start, end, metric, effect, modality, hash, measured }] : []
  })
}

const measuredOf = (claim: Claim, observations: readonly Observation[]): Measured | null => {
  const measurement = measurementOf(claim, observations)
  if (measurement === null) return null
  const { observation, claim: read } = measurement
  return {
    value: observation.value,
    unit: observation.unit,
    effect: read.value === null ? null : read.effect,
    at: observation.measuredAt.toISOString(),
    confirms: confirms(observation, claim),
  }
}
