import type { ValueContext } from './context.ts'

/**
 * What one unit a year is worth today, in years: the integral of 2^(-t/h) · (1+r)^(-t) up to the horizon. An effect
 * fades with half-life h, as what it improved is replaced; the discount rate r is the price of waiting.
 */
export const presentValueFactor = ({
  horizonMonths,
  decayHalfLifeMonths,
  discountRate,
}: Pick<ValueContext, 'horizonMonths' | 'decayHalfLifeMonths' | 'discountRate'>): number => {
  const years = horizonMonths / 12
  const fading = decayHalfLifeMonths === null ? 0 : Math.LN2 / (decayHalfLifeMonths / 12)
  const rate = fading + Math.log1p(discountRate)
  return rate === 0 ? years : -Math.expm1(-rate * years) / rate
}
