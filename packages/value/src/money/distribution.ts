import { z } from 'zod'

const amount = z.number().nonnegative().max(1e15)

/**
 * What is known of a number. `skewed` is a lognormal around its median whose two halves are of different width, which
 * is how an estimate with an interval that leans to one side is told.
 */
export const distributionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), value: amount }),
    z.strictObject({ kind: z.literal('uniform'), low: amount, high: amount }),
    z.strictObject({ kind: z.literal('triangular'), low: amount, mode: amount, high: amount }),
    z.strictObject({ kind: z.literal('lognormal'), p10: amount.positive(), p90: amount.positive() }),
    z.strictObject({
      kind: z.literal('skewed'),
      p5: amount.positive(),
      p50: amount.positive(),
      p95: amount.positive(),
    }),
    z.strictObject({
      kind: z.literal('beta'),
      a: z.number().positive().max(10_000),
      b: z.number().positive().max(10_000),
    }),
  ])
  .refine((distribution) => isOrdered(distribution), { error: 'its low end lies above its high end' })

export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'lognormal'; readonly p10: number; readonly p90: number }
  | { readonly kind: 'skewed'; readonly p5: number; readonly p50: number; readonly p95: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }

/** A part of a whole, which has to end at 1. */
export const shareSchema = distributionSchema.refine((distribution) => highestOf(distribution) <= 1, {
  error: 'a share of a whole lies between 0 and 1: give it as fixed, uniform, triangular or beta',
})

const isOrdered = (distribution: Distribution): boolean => {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.low <= distribution.high
    case 'triangular':
      return distribution.low <= distribution.mode && distribution.mode <= distribution.high
    case 'lognormal':
      return distribution.p10 <= distribution.p90
    case 'skewed':
      return distribution.p5 <= distribution.p50 && distribution.p50 <= distribution.p95
    default:
      return true
  }
}

const highestOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value
    case 'uniform':
    case 'triangular':
      return distribution.high
    case 'beta':
      return 1
    default:
      return Number.POSITIVE_INFINITY
  }
}

export const fixed = (value: number): Distribution => ({ kind: 'fixed', value })

/** A number as a text gives it: one, or somewhere between two. */
export type Range = readonly [low: number, high: number]

export const between = ([low, high]: Range): Distribution =>
  low === high ? fixed(low) : { kind: 'uniform', low, high }
