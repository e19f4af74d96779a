import type { Distribution } from './distribution.ts'
import { normalQuantile } from './normal.ts'
import type { Random } from './random.ts'

/** How many standard deviations lie between the median and the given end of a normal. */
const TO_P90 = 1.2815515655446004
const TO_P95 = 1.6448536269514722

/**
 * Draws `count` values. All but beta invert their distribution function, so that of two distributions of one kind the
 * higher one gives the higher value draw by draw, whatever else changes between two runs.
 */
export const sample = (distribution: Distribution, random: Random, count: number): Float64Array => {
  const draw = drawerOf(distribution, random)
  const values = new Float64Array(count)
  for (let at = 0; at < count; at += 1) values[at] = draw()
  return values
}

const drawerOf = (distribution: Distribution, random: Random): (() => number) => {
  switch (distribution.kind) {
    case 'fixed':
      return () => distribution.value
    case 'uniform': {
      const { low, high } = distribution
      return () => low + (high - low) * random()
    }
    case 'triangular':
      return () => triangularQuantile(distribution, random())
    case 'lognormal': {
      const middle = (Math.log(distribution.p10) + Math.log(distribution.p90)) / 2
      const deviation = (Math.log(distribution.p90) - Math.log(distribution.p10)) / (2 * TO_P90)
      return () => Math.exp(middle + deviation * normalQuantile(random()))
    }
    case 'skewed': {
      const { p5, p50, p95 } = distribution
      const below = Math.log(p50 / p5) / TO_P95
      const above = Math.log(p95 / p50) / TO_P95
      return () => {
        const normal = normalQuantile(random())
        return p50 * Math.exp(normal * (normal < 0 ? below : above))
      }
    }
    case 'beta':
      return () => beta(distribution.a, distribution.b, random)
  }
}

const triangularQuantile = (
  { low, mode, high }: Extract<Distribution, { kind: 'triangular' }>,
  share: number,
): number => {
  const width = high - low
  if (width === 0) return low
  return share < (mode - low) / width
    ? low + Math.sqrt(share * width * (mode - low))
    : high - Math.sqrt((1 - share) * width * (high - mode))
}

/** As the part that one of two gammas has in both (Devroye, "Non-uniform random variate generation", 1986, ch. IX). */
const beta = (a: number, b: number, random: Random): number => {
  const first = gamma(a, random)
  const second = gamma(b, random)
  // Both shapes may be so small that both gammas vanish; such a beta is a coin that shows one of its ends.
  return first + second > 0 ? first / (first + second) : Number(random() < a / (a + b))
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; shapes below 1 are boosted. */
const gamma = (shape: number, random: Random): number => {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  while (true) {
    const normal = normalQuantile(random())
    const cube = (1 + c * normal) ** 3
    if (cube <= 0) continue
    if (Math.log(1 - random()) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) return d * cube
  }
}
