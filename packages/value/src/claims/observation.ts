import type { Claim, Effect, Quantity } from './claim.ts'
import { baseFactor, unitAt } from './units.ts'

/** What somebody measured after the merge of what a claim states. */
export type Observation = Quantity & { readonly claimHash: string; readonly measuredAt: Date }

/** A claim as a measurement tells it. */
export type Reading = {
  readonly claim: Claim
  /** How much of the stated change was measured; below zero where things went the other way. */
  readonly part: number
}

/** By so much a measurement may fall short of what was claimed, or miss a level that was. */
const TOLERANCE = 0.1

/**
 * What a measurement makes of a claim: the size of the change, or the level that was reached from a known one. Where its
 * unit lets it be either, the reading that gains less. Null where it compares with neither.
 */
const readMeasured = (observed: Quantity, claim: Claim): Reading | null => {
  const readings = [asSize(observed, claim), asLevel(observed, claim)].filter((reading) => reading !== null)
  return readings.toSorted((a, b) => a.part - b.part)[0] ?? null
}

/** Whether a measurement bears a claim out: as much was gained, or the level reached, of which nobody said from where. */
export const confirms = (observed: Quantity, claim: Claim): boolean => {
  const reading = readMeasured(observed, claim)
  if (reading !== null) return reading.part >= 1 - TOLERANCE
  const { after } = claim
  const level = after && inUnitOf(after, observed)
  return after !== null && level !== null && Math.abs(level - after.value) <= TOLERANCE * Math.abs(after.value)
}

/** The newest measurement of a claim that compares with it. */
export const measurementOf = (
  claim: Claim,
  observations: readonly Observation[],
): (Reading & { readonly observation: Observation }) | null =>
  observations
    .filter(({ claimHash }) => claimHash === claim.hash)
    .toSorted((a, b) => b.measuredAt.getTime() - a.measuredAt.getTime())
    .flatMap((observation) => {
      const reading = readMeasured(observation, claim)
      return reading ? [{ ...reading, observation }] : []
    })[0] ?? null

const asSize = (observed: Quantity, claim: Claim): Reading | null => {
  const { value, unit } = claim
  if (value === null) return null
  const size = inUnitOf({ unit }, observed)
  const least = typeof value === 'number' ? value : Math.min(...value)
  // What runs 0.8 times as fast runs 1.25 times slower, and once as fast as before is no change.
  const isFactor = unit === 'x'
  const gainOf = (amount: number) => (isFactor ? amount - 1 : amount)
  if (size === null || gainOf(least) <= 0 || (isFactor && size <= 0)) return null
  const isOther = gainOf(size) < 0
  const amount = isFactor && isOther ? 1 / size : Math.abs(size)
  return {
    claim: {
      ...claim,
      effect: turned(claim.effect, isOther),
      value: amount,
      baseline: null,
      after: null,
      consistent: null,
    },
    part: gainOf(size) / gainOf(least),
  }
}

const asLevel = (observed: Quantity, claim: Claim): Reading | null => {
  const { baseline, after } = claim
  const before = baseline && after && inUnitOf(after, { ...baseline, unit: baseline.unit ?? after.unit })
  const level = after && inUnitOf(after, observed)
  if (!after || before === null || level === null || before === after.value || level < 0) return null
  const part = (before - level) / (before - after.value)
  return {
    claim: {
      ...claim,
      effect: turned(claim.effect, part < 0),
      value: null,
      unit: null,
      after: { ...after, value: level },
      consistent: null,
    },
    part,
  }
}

const turned = (effect: Effect, isOther: boolean): Effect => {
  if (!isOther) return effect
  return effect === 'improvement' ? 'regression' : 'improvement'
}

/** An amount in another unit of the same; null where they do not compare. */
const inUnitOf = ({ unit }: { readonly unit: string | null }, { value, unit: own }: Quantity): number | null => {
  const [from, to] = [measureOf(own), measureOf(unit)]
  return from.of === to.of ? (value * from.factor) / to.factor : null
}

/** How many seconds, bytes, or of itself a unit is, with the name of what it measures. */
const measureOf = (unit: string | null): { of: string; factor: number } => {
  if (unit === null) return { of: '', factor: 1 }
  const read = unitAt(` ${unit}`, 0)
  if (read?.dimension === 'time' || read?.dimension === 'size') {
    return { of: read.dimension, factor: baseFactor(read.name) }
  }
  return { of: (read?.name ?? unit).toLowerCase(), factor: 1 }
}
