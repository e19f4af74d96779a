import type { Claim, Quantity } from './claim.ts'
import { baseFactor, unitAt } from './units.ts'

/** What somebody measured after the merge of what a claim states. */
export type Observation = Quantity & { readonly claimHash: string; readonly measuredAt: Date }

/** By so much a measurement may fall short of what was claimed, or miss the level that was. */
const TOLERANCE = 0.1

/**
 * Whether a measurement bears a claim out: it is in a unit that compares, and as large as the change that is stated, or
 * the level that was to be reached.
 */
export const confirms = (observed: Quantity, { value, unit, after }: Claim): boolean => {
  const measured = measureOf(observed.value, observed.unit)
  const least = typeof value === 'number' ? value : value && Math.min(...value)
  const change = least === null ? null : measureOf(least, unit)
  const level = after && measureOf(after.value, after.unit)
  const isLargeEnough = change?.unit === measured.unit && measured.amount >= change.amount * (1 - TOLERANCE)
  const isReached =
    level?.unit === measured.unit && Math.abs(measured.amount - level.amount) <= TOLERANCE * Math.abs(level.amount)
  return isLargeEnough || isReached
}

/** The hashes of claims whose newest measurement bears them out. */
export const observedClaims = (claims: readonly Claim[], observations: readonly Observation[]): string[] =>
  claims.flatMap((claim) => {
    const newest = observations
      .filter(({ claimHash }) => claimHash === claim.hash)
      .toSorted((a, b) => a.measuredAt.getTime() - b.measuredAt.getTime())
      .at(-1)
    return newest && confirms(newest, claim) ? [claim.hash] : []
  })

/** An amount in seconds, bytes, or the unit as it is written, with the name of what it is measured in. */
const measureOf = (value: number, unit: string | null): { amount: number; unit: string } => {
  if (unit === null) return { amount: value, unit: '' }
  const read = unitAt(` ${unit}`, 0)
  if (read?.dimension === 'time' || read?.dimension === 'size') {
    return { amount: value * baseFactor(read.name), unit: read.dimension }
  }
  return { amount: value, unit: (read?.name ?? unit).toLowerCase() }
}
