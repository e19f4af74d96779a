/** A stated amount; k, M and B are expanded, the unit is kept as written ("$50k" is 50000 USD). */
export type Quantity = { readonly value: number; readonly unit: string | null }

export type Metric =
  | 'time'
  | 'latency'
  | 'throughput'
  | 'speed'
  | 'memory'
  | 'size'
  | 'cpu'
  | 'cost'
  | 'error_rate'
  | 'allocations'
  | 'instructions'
  | 'overhead'
  | 'requests'
  | 'money'
  | 'other'

/** Only `done` is evidence of value; `regression` counts against it; the others are kept so a reader sees them. */
export type Modality =
  | 'done'
  | 'planned'
  | 'hypothetical'
  | 'negated'
  | 'regression'
  | 'reverted'
  | 'third-party'
  | 'benchmark-table'

export type Effect = 'improvement' | 'regression'
export type Credibility = 'asserted' | 'both-sides' | 'artefact-linked'

/** A change by a quantity. */
export type Stated = {
  readonly metric: Metric
  readonly effect: Effect
  /** The size of the change; null when only both sides, or only the new level, are given. */
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly baseline: Quantity | null
  readonly after: Quantity | null
}

/** A quantified change that a text states, with the exact place where it states it. */
export type Claim = Stated & {
  readonly field: 'title' | 'body' | 'commit' | 'text'
  /** Offsets into the field; for commits, into the one at `index`. */
  readonly start: number
  readonly end: number
  /** Which of the commits; absent for title and body. */
  readonly index?: number
  /** The slice of the source between `start` and `end`, to the letter. */
  readonly text: string
  /** What was measured, if the text says so: "p99", "cold start". */
  readonly scope: string | null
  /** "per run", "per day". */
  readonly period: string | null
  readonly modality: Modality
  readonly credibility: Credibility
  /** Whether baseline, after and value agree; null unless all three are given. */
  readonly consistent: boolean | null
  /** SHA-256 of the span's canonical text. */
  readonly hash: string
}
