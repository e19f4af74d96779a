import type { Claim } from '../claims/claim.ts'
import type { Observation } from '../claims/observation.ts'
import type { Effort } from '../effort/estimate-effort.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import type { Distribution } from './distribution.ts'

/** What is known of a pull request before anything is assumed: under another context the same evidence is repriced. */
export type ValueEvidence = Pick<PullRequestFacts, 'title' | 'body' | 'commitMessages'> & {
  readonly claims: readonly Claim[]
  readonly effort: Effort
  /** The label of its kind: "fix", "perf". */
  readonly kind: string | null
  readonly repository?: string | undefined
  readonly isReverted?: boolean | undefined
  /** Hours that others spent on repairing what it broke. */
  readonly reworkHours?: Distribution | undefined
  /** What was measured after the merge of what its claims state. */
  readonly observations?: readonly Observation[] | undefined
}

export type Mechanism = 'time' | 'infrastructure' | 'defects' | 'risk' | 'delay' | 'stated money' | 'rework'

/** A factor of a product. Inputs of one name are the same unknown wherever they occur, and are drawn once. */
export type Input = {
  readonly name: string
  readonly distribution: Distribution
  readonly source: 'quote' | 'context' | 'default' | 'facts'
  readonly claimHash?: string
  /** What it cannot exceed: nobody saves more of a run than the run takes. */
  readonly atMost?: Input
}

export type Quantiles = { readonly p10: number; readonly p50: number; readonly p90: number }

/** One effect as a product of inputs, in money; by the year if it recurs. */
export type PlannedPart = {
  readonly mechanism: Mechanism
  readonly stream: 'one-time' | 'recurring'
  readonly sign: 1 | -1
  /** What was told: a gain that was told may turn out a loss, and tells of the same effect all the same. */
  readonly told: 1 | -1
  readonly item: string | null
  /** Why the item was taken. */
  readonly matchedBy: string | null
  readonly quote: string
  readonly inputs: readonly Input[]
  /** How many of the first inputs make up a whole that the others are a share of; 0 where it is an amount by itself. */
  readonly wholeInputs: number
  /** The same for every pull request that tells of the same effect. */
  readonly effect: string
}
export type ValuePart = PlannedPart & Quantiles & { readonly formula: string }

/** Per year, and what that comes to until the horizon. */
export type Recurring = Quantiles & { readonly presentValue: Quantiles }
/** What the result would be if one input were at its 10th or 90th percentile and all others at their medians. */
export type Swing = {
  readonly input: string
  readonly stream: PlannedPart['stream']
  readonly low: number
  readonly high: number
}

type Priced = { readonly contextVersion: string; readonly seed: string }

export type MonetisedValue =
  | (Priced & {
      readonly status: 'valued'
      readonly currency: string
      /** One-time and recurring money are different things, and never added. */
      readonly oneTime: Quantiles | null
      readonly recurring: Recurring | null
      readonly parts: readonly ValuePart[]
      /** What was taken back when the pull request was reverted. */
      readonly clawedBack: readonly ValuePart[]
      /** What the hours of work cost; null without an estimate of effort or a rate. */
      readonly cost: (Quantiles & { readonly inputs: readonly Input[] }) | null
      readonly tornado: readonly Swing[]
      /** Why the claims that are in no part are in none. */
      readonly leftOut: readonly string[]
    })
  | (Priced & { readonly status: 'not-valued'; readonly because: readonly string[] })
