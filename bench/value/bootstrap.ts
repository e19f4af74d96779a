import { normalQuantile } from '@assay/value/training'

/** Mulberry32 (Ettinger, 2017): a small seeded generator, good enough to resample with. */
const generator = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

/** What is drawn as one: the rows of a release, or a row by itself. */
export type Cluster = readonly number[]

type Picks<G> = readonly (readonly [G, readonly Cluster[]])[]

/**
 * Statistics with their 95 % intervals over resampled clusters of every group, the groups kept: how sure the figures are
 * for these repositories, not for others. A cluster that is drawn twice stays two clusters, as their rows together would
 * tie. Bias-corrected percentiles (Efron, 1981; BCa without acceleration): rows drawn again and again leave others out,
 * which shifts what counts gaps and classes; the shift is taken off both ends.
 */
export const withIntervals = <G>(
  groups: readonly G[],
  clustersOf: (group: G) => readonly Cluster[],
  statistics: (picks: Picks<G>) => readonly number[],
  rounds: number,
): string[] => {
  const random = generator(42)
  const whole = groups.map((group) => [group, clustersOf(group)] as const)
  const drawn = (clusters: readonly Cluster[]) =>
    clusters.map(() => clusters[Math.floor(random() * clusters.length)] ?? [])
  const resampled = Array.from({ length: rounds }, () =>
    statistics(whole.map(([group, clusters]) => [group, drawn(clusters)] as const)),
  )
  return statistics(whole).map((estimate, which) => {
    const values = resampled.map((round) => round[which] ?? Number.NaN).sort((a, b) => a - b)
    const [low, high] = correctedShares(values, estimate)
    const at = (share: number) =>
      (values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0).toFixed(3)
    return `${estimate.toFixed(3)} (${at(low)}–${at(high)})`
  })
}

/** The same for one statistic. */
export const withInterval = <G>(
  groups: readonly G[],
  clustersOf: (group: G) => readonly Cluster[],
  statistic: (picks: Picks<G>) => number,
  rounds: number,
): string => withIntervals(groups, clustersOf, (picks) => [statistic(picks)], rounds)[0] ?? ''

/** Every row by itself. */
export const singly = (rows: number): Cluster[] => Array.from({ length: rows }, (_, at) => [at])

/** Which shares of the resampled values bound the interval; 0.025 and 0.975 where half of them lie below the estimate. */
const correctedShares = (values: readonly number[], estimate: number): [number, number] => {
  const below = values.filter((value) => value < estimate).length
  const equal = values.filter((value) => value === estimate).length
  // As if one more value lay on each side: of a few hundred none can show how unlikely an estimate is.
  const shift = normalQuantile((below + equal / 2 + 1) / (values.length + 2))
  return [normalShare(2 * shift + normalQuantile(0.025)), normalShare(2 * shift + normalQuantile(0.975))]
}

/** The standard normal's share below (Abramowitz and Stegun, 1964, 26.2.17; off by less than 7.5e-8). */
const normalShare = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}
