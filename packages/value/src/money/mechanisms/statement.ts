import type { Claim } from '../../claims/claim.ts'
import type { Change } from '../change-of-claim.ts'
import { credibilityOf, type Standing } from '../credibility.ts'
import { between, type Distribution, fixed, type Range } from '../distribution.ts'
import type { Match, Subject } from '../match-item.ts'
import type { Input, Mechanism, PlannedPart } from '../value.ts'

/** A claim that counts, with what its text says in numbers. */
export type Statement = {
  readonly claim: Claim
  /** What its text says: who tells the same tells of the same effect, whatever came of it. */
  readonly told: Change
  /** What counts: the same, or what was measured of it. */
  readonly change: Change
  readonly subject: Subject
  readonly standing: Standing
}

/** What a mechanism makes of a statement: nothing if it is about something else, else a part or what is missing. */
export type Outcome = PlannedPart | { readonly because: string } | null

export const assumed = (name: string, distribution: Distribution): Input => ({ name, distribution, source: 'context' })
export const constant = (name: string, value: number): Input => ({
  name,
  distribution: fixed(value),
  source: 'default',
})
/** What a claim says in numbers; once that was measured, what was. */
export const quoted = (
  what: string,
  range: Range,
  { claim: { text, hash }, standing }: Pick<Statement, 'claim' | 'standing'>,
): Input => ({
  name: standing === 'observed' ? `${what}, measured: “${text}”` : `${what}: “${text}”`,
  distribution: between(range),
  source: standing === 'observed' ? 'facts' : 'quote',
  claimHash: hash,
})

/** The part of a statement, its credibility last. */
export const partOf = (
  mechanism: Mechanism,
  stream: PlannedPart['stream'],
  { claim, told, change, standing, subject }: Statement,
  match: Match | null,
  inputs: readonly Input[],
  whole: readonly Input[] = [],
): PlannedPart => ({
  mechanism,
  stream,
  sign: change.sign,
  told: told.sign,
  item: match?.item.name ?? null,
  matchedBy: match?.by ?? null,
  quote: claim.text,
  inputs: [...whole, ...inputs, ...credibilityOf(standing, change.sign)],
  wholeInputs: whole.length,
  effect: JSON.stringify([
    mechanism,
    subject.repository,
    match?.item.name ?? null,
    told.sign,
    claim.metric,
    claim.scope,
    told.seconds ?? told.share ?? told.money?.range,
    told.money && claim.period,
  ]),
})
