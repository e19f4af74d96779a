/** Mulberry32 (Ettinger, 2017): a small seeded generator, good enough to resample with. */
const generator = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

/**
 * A statistic with its 95 % percentile interval (Efron, 1979) over resampled rows of every group, the groups kept:
 * how sure the figure is for these repositories, not for others.
 */
export const withInterval = <G>(
  groups: readonly G[],
  sizeOf: (group: G) => number,
  statistic: (picks: readonly (readonly [G, readonly number[]])[]) => number,
  rounds: number,
): string => {
  const random = generator(42)
  const whole = groups.map((group) => [group, Array.from({ length: sizeOf(group) }, (_, at) => at)] as const)
  const values = Array.from({ length: rounds }, () =>
    statistic(whole.map(([group, rows]) => [group, rows.map(() => Math.floor(random() * rows.length))] as const)),
  ).sort((a, b) => a - b)
  const at = (share: number) => (values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0).toFixed(3)
  return `${statistic(whole).toFixed(3)} (${at(0.025)}–${at(0.975)})`
}
