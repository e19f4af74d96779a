import { seededRandom } from '../lsa/seeded-random.ts'

export type Interval = { readonly mean: number; readonly low: number; readonly high: number }

export type ResamplingOptions = { readonly rounds?: number; readonly seed?: number }

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The value below which a share of the sorted values lie (nearest rank). */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0

/** A mean with its 95 % percentile interval over resampled queries (Efron 1979; Sakai, SIGIR 2006). */
export const meanInterval = (
  values: readonly number[],
  { rounds = 2_000, seed = 1 }: ResamplingOptions = {},
): Interval => {
  const random = seededRandom(seed)
  const means = Array.from({ length: rounds }, () => {
    let sum = 0
    for (let draw = 0; draw < values.length; draw += 1) sum += values[Math.floor(random() * values.length)] ?? 0
    return values.length === 0 ? 0 : sum / values.length
  }).sort((a, b) => a - b)
  return { mean: meanOf(values), low: percentile(means, 0.025), high: percentile(means, 0.975) }
}

export type PairedComparison = {
  /** How much the first is above the second, with its 95 % interval. */
  readonly difference: Interval
  /** How often chance alone, swapping the two at random for each query, gives a difference as large. */
  readonly pValue: number
}

/**
 * Two rankers over the same queries: bootstrap interval of the mean difference, and Fisher's two-sided randomisation
 * test, which Smucker, Allan & Carterette (CIKM 2007) recommend for rankings.
 * @throws RangeError when the two are not over the same queries.
 */
export const comparePaired = (
  first: readonly number[],
  second: readonly number[],
  { rounds = 10_000, seed = 1 }: ResamplingOptions = {},
): PairedComparison => {
  if (first.length !== second.length) throw new RangeError('Both must have one value for each query')
  const differences = first.map((value, at) => value - (second[at] ?? 0))
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0))
  const random = seededRandom(seed)
  let asLarge = 0
  for (let round = 0; round < rounds; round += 1) {
    let sum = 0
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference
    if (Math.abs(sum) >= observed - 1e-12) asLarge += 1
  }
  return { difference: meanInterval(differences, { seed }), pValue: (asLarge + 1) / (rounds + 1) }
}
