import type { Claim, Metric, Quantity } from '../claims/claim.ts'
import type { Range } from './distribution.ts'
import { secondsIn } from './durations.ts'

/**
 * The size of a claimed change, without its sign, in every measure that the claim gives it in. `share` is the part of
 * the resource that goes away or, for a regression, comes on top: 2x faster takes half, 2x slower takes one more.
 */
export type Change = {
  readonly sign: 1 | -1
  readonly seconds: Range | null
  readonly share: Range | null
  readonly money: { readonly range: Range; readonly currency: string } | null
}

const HIGHER_IS_BETTER: ReadonlySet<Metric> = new Set(['throughput', 'speed'])

/** What a claim says in numbers, or why they cannot be true. */
export const changeOf = (claim: Claim): Change | { readonly because: string } => {
  const sign = claim.effect === 'improvement' ? 1 : -1
  const sides = sidesOf(claim)
  if (claim.consistent === false) return { because: 'its numbers contradict each other' }
  if (sides !== null) {
    if (sides.before < 0 || sides.after < 0) return { because: 'no quantity like that is below zero' }
    const isBetter = sides.after < sides.before !== HIGHER_IS_BETTER.has(claim.metric)
    if (sides.before === sides.after) return { because: 'nothing changes between before and after' }
    if (isBetter !== sign > 0) return { because: 'before and after say the opposite of its words' }
  }
  const stated = rangeOf(claim.value)
  if (stated !== null && stated[0] < 0) return { because: 'no change like that is below zero' }
  const share = sides ? shareBetween(sides, claim.metric) : stated && shareStated(stated, claim, sign)
  if (sign > 0 && share !== null && share[1] > 1) return { because: 'nothing can be reduced by more than all of it' }
  return { sign, seconds: secondsOf(claim, stated), share, money: moneyOf(claim, stated) }
}

const rangeOf = (value: Claim['value']): Range | null => {
  if (value === null) return null
  if (typeof value === 'number') return [value, value]
  return [Math.min(...value), Math.max(...value)]
}

/** Binary and decimal prefixes, where both sides differ in them. */
const sizeIn = (unit: string | null): number | null => {
  const [, prefix, binary] = /^([kmgt]?)(i?)b(?:ytes)?$/i.exec(unit ?? '') ?? []
  if (prefix === undefined) return null
  return (binary ? 1_024 : 1_000) ** ' kmgt'.indexOf(prefix.toLowerCase() || ' ')
}

/** Both sides in one unit, whichever; null where there are not two, or units that do not compare. */
const sidesOf = ({ baseline, after }: Claim): { before: number; after: number } | null => {
  if (!baseline || !after) return null
  const unit = after.unit ?? baseline.unit
  const factor = ({ unit: own }: Quantity): number | null => {
    const written = own ?? unit
    return written === unit && baseline.unit === after.unit ? 1 : (secondsIn(written) ?? sizeIn(written))
  }
  const [first, second] = [factor(baseline), factor(after)]
  if (first === null || second === null) return null
  return { before: baseline.value * first, after: after.value * second }
}

/** What takes less when throughput rises takes as much less as the same work needs. */
const shareBetween = ({ before, after }: { before: number; after: number }, metric: Metric): Range | null => {
  const needs = HIGHER_IS_BETTER.has(metric) ? before / after : after / before
  if (!Number.isFinite(needs)) return null
  const share = Math.abs(1 - needs)
  return [share, share]
}

const shareStated = ([low, high]: Range, { unit, metric }: Claim, sign: 1 | -1): Range | null => {
  const isHigherBetter = HIGHER_IS_BETTER.has(metric)
  const shareOf = (value: number): number => {
    if (unit === 'x') return sign > 0 ? 1 - 1 / value : value - 1
    const part = value / 100
    if (!isHigherBetter) return part
    return sign > 0 ? 1 - 1 / (1 + part) : 1 / (1 - part) - 1
  }
  if (unit !== '%' && unit !== 'x') return null
  // A factor below 1 leaves open which way it goes, and nothing runs slower by more than all of its speed.
  if (unit === 'x' && low < 1) return null
  if (unit === '%' && isHigherBetter && sign < 0 && high >= 100) return null
  return [shareOf(low), shareOf(high)]
}

/** A percentile, a peak or the worst case: it happens, but not every time. */
export const isExtreme = ({ scope }: Pick<Claim, 'scope'>): boolean => /^(?:p\d+|peak|worst)/.test(scope ?? '')

const secondsOf = (claim: Claim, stated: Range | null): Range | null => {
  if (isExtreme(claim)) return null
  const { baseline, after, unit } = claim
  const [before, then] = [secondsIn(baseline?.unit ?? after?.unit ?? null), secondsIn(after?.unit ?? null)]
  if (baseline && after && before !== null && then !== null) {
    const difference = Math.abs(baseline.value * before - after.value * then)
    return [difference, difference]
  }
  const factor = secondsIn(unit)
  return stated === null || factor === null ? null : [stated[0] * factor, stated[1] * factor]
}

const moneyOf = ({ baseline, after, unit }: Claim, stated: Range | null): Change['money'] => {
  const currency = after?.unit ?? unit
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return null
  if (baseline && after && (baseline.unit ?? currency) === currency) {
    const difference = Math.abs(baseline.value - after.value)
    return { range: [difference, difference], currency }
  }
  return stated === null ? null : { range: stated, currency }
}
