import type { Dimension } from './units.ts'

/** A number with what it counts, as written. */
export type Amount = {
  readonly value: number | readonly [number, number]
  readonly unit: string | null
  readonly dimension: Dimension
  /** A sign written before the number, as in "-58%". */
  readonly sign: '+' | '-' | null
}
