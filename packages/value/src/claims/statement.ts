import type { Effect, Metric, Quantity } from './claim.ts'

/** What a sentence states, by the indices of its tokens. */
export type Statement = {
  readonly first: number
  readonly last: number
  readonly metric: Metric
  readonly effect: Effect
  readonly value: number | readonly [number, number] | null
  readonly unit: string | null
  readonly baseline: Quantity | null
  readonly after: Quantity | null
}
