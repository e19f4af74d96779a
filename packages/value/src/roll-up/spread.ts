/** How scores lie. */
export type Spread = {
  /** The score that a quarter, half and three quarters of them are below or at; null where there is none. */
  readonly quartiles: readonly [number, number, number] | null
  /** How many lie from 0 to 10, from 10 to 20, and so on to 100. */
  readonly histogram: readonly number[]
}

const BINS = 10

/** @param scores from 0 to 100 */
export const spreadOf = (scores: readonly number[]): Spread => {
  const sorted = scores.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  const histogram = Array.from({ length: BINS }, () => 0)
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.floor(score / (100 / BINS)))
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  return { quartiles: sorted.length === 0 ? null : [at(0.25), at(0.5), at(0.75)], histogram }
}
