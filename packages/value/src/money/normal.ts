const CENTRE = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const
const CENTRE_BELOW = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
] as const
const TAIL = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const TAIL_BELOW = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1] as const

/** Where the tails begin. */
const TAIL_SHARE = 0.02425

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/**
 * The standard normal's quantile (Acklam's rational approximation, 2003; off by less than 1.2e-9 of the value). Shares
 * of 0 and 1 count as the nearest that a generator of 32 bits can give.
 */
export const normalQuantile = (share: number): number => {
  const p = Math.min(Math.max(share, 2 ** -33), 1 - 2 ** -33)
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p < TAIL_SHARE) {
    const q = Math.sqrt(-2 * Math.log(p))
    return polynomial(TAIL, q) / polynomial(TAIL_BELOW, q)
  }
  const q = p - 0.5
  const square = q * q
  return (polynomial(CENTRE, square) * q) / polynomial(CENTRE_BELOW, square)
}
