import type { Claim, Effect, Quantity } from '../claims/claim.ts'
import type { HistoryEvent } from '../counting/history.ts'
import type { TotalValue } from '../money/total-value.ts'
import type { MonetisedValue } from '../money/value.ts'
import type { NearMiss } from '../roll-up/near-misses.ts'
import type { RolledUp } from '../roll-up/roll-up.ts'

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

export type Measured = Quantity & {
  /** Which way it went; null where a level was measured, and not the size of the change. */
  readonly effect: Effect | null
  readonly at: string
  readonly confirms: boolean
}

type QuotedClaim = Pick<Claim, 'text' | 'field' | 'start' | 'end' | 'metric' | 'effect' | 'modality' | 'hash'> & {
  /** The newest measurement of it after the merge, and whether that bears it out; null if nobody measured it. */
  readonly measured: Measured | null
}

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
  readonly whole: Omit<RolledUp, 'key' | 'value' | 'trend'> & { readonly value: TotalValue | null }
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
