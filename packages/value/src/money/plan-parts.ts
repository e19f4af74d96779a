import type { Claim, Modality } from '../claims/claim.ts'
import { measurementOf } from '../claims/observation.ts'
import { ownWords } from '../own-words.ts'
import { changeOf } from './change-of-claim.ts'
import type { ValueContext } from './context.ts'
import { rankOf } from './credibility.ts'
import type { Subject } from './match-item.ts'
import { changeMeasured } from './measured-change.ts'
import { fewerDefects, fixedBug } from './mechanisms/defects.ts'
import { avoidedDelay, isDelay } from './mechanisms/delay.ts'
import { infrastructure } from './mechanisms/infrastructure.ts'
import { lowerRisk } from './mechanisms/risk.ts'
import { statedMoney } from './mechanisms/stated-money.ts'
import type { Outcome, Statement } from './mechanisms/statement.ts'
import { timeSaved } from './mechanisms/time-saved.ts'
import { sentenceOf } from './sentence-of.ts'
import type { PlannedPart, ValueEvidence } from './value.ts'

export type Plan = { readonly parts: readonly PlannedPart[]; readonly leftOut: readonly string[] }

const NOT_COUNTED: Readonly<Record<Exclude<Modality, 'done' | 'regression'>, string>> = {
  planned: 'it is planned, not done',
  hypothetical: 'it is a supposition',
  negated: 'it says that it is not so',
  reverted: 'it was reverted',
  'third-party': 'it is the claim of somebody else',
  'benchmark-table': 'it stands in a table of measurements, and nobody says that it was achieved',
}

/** What a pull request's evidence comes to under a context, as products to be drawn; and why the rest comes to nothing. */
export const planParts = (evidence: ValueEvidence, context: ValueContext): Plan => {
  const leftOut: string[] = []
  const candidates: { part: PlannedPart; rank: number }[] = []
  for (const claim of evidence.claims) {
    const read = readClaim(claim, evidence)
    const outcomes = 'because' in read ? [read] : outcomesOf(read, context)
    const parts = outcomes.filter((outcome) => outcome !== null && 'inputs' in outcome)
    for (const part of parts) candidates.push({ part, rank: 'because' in read ? 0 : rankOf(read.standing) })
    if (parts.length > 0) continue
    const reasons = outcomes.flatMap((outcome) => (outcome !== null && 'because' in outcome ? [outcome.because] : []))
    leftOut.push(`“${claim.text}”: ${reasons.join('; ') || `a change of ${claim.metric} has no price`}`)
  }
  const parts = strongest(candidates, leftOut)
  const text = `${evidence.title}\n${ownWords(evidence.body ?? '')}`
  const whole = {
    kind: evidence.kind,
    text,
    subject: subjectOf(evidence, text, null),
  }
  const risk = lowerRisk(whole, context)
  const bug = fixedBug(whole, context)
  const isTold = parts.some(({ mechanism, item }) => mechanism === 'defects' && item === bug?.item)
  if (risk !== null && 'because' in risk) leftOut.push(risk.because)
  const more = [...(risk !== null && 'inputs' in risk ? [risk] : []), ...(bug === null || isTold ? [] : [bug])]
  return { parts: [...parts, ...more], leftOut: [...new Set(leftOut)] }
}

const readClaim = (claim: Claim, evidence: ValueEvidence): Statement | { readonly because: string } => {
  const { modality } = claim
  if (modality !== 'done' && modality !== 'regression') return { because: NOT_COUNTED[modality] }
  const told = changeOf(claim)
  if ('because' in told) return told
  const measured = measurementOf(claim, evidence.observations ?? [])
  const near = `${sentenceOf(claim, evidence)} ${claim.scope ?? ''}`
  return {
    claim,
    told,
    change: measured ? changeMeasured(told, measured) : told,
    standing: measured ? 'observed' : claim.credibility,
    subject: subjectOf(evidence, near, claim.metric),
  }
}

const subjectOf = ({ title, repository }: ValueEvidence, near: string, metric: Subject['metric']): Subject => ({
  near,
  title,
  repository: repository ?? null,
  metric,
})

const outcomesOf = (statement: Statement, context: ValueContext): Outcome[] => {
  if (statement.change.money !== null) return [statedMoney(statement, context)]
  if (isDelay(statement)) return [avoidedDelay(statement, context)]
  return [timeSaved, infrastructure, fewerDefects].map((mechanism) => mechanism(statement, context))
}

/**
 * Of what is said about one item by one mechanism and in one direction only the best supported counts, the first among
 * equals: saying a thing twice, in other words or in pieces, makes it no larger.
 */
const strongest = (candidates: readonly { part: PlannedPart; rank: number }[], leftOut: string[]): PlannedPart[] => {
  const best = new Map<string, { part: PlannedPart; rank: number }>()
  for (const candidate of candidates) {
    const { mechanism, item, told } = candidate.part
    const effect = JSON.stringify([mechanism, item, told])
    const held = best.get(effect)
    const loser = held && (candidate.rank > held.rank ? held : candidate)
    if (loser !== candidate) best.set(effect, candidate)
    if (loser && loser.part.quote !== best.get(effect)?.part.quote) {
      leftOut.push(`“${loser.part.quote}”: the same effect is counted already`)
    }
  }
  return [...best.values()].map(({ part }) => part)
}
