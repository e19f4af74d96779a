/**
 * The population stability index of two rows of shares: Σ (q − p) · ln(q / p), the two Kullback–Leibler divergences
 * added (Jeffreys, 1946; Siddiqi, Credit Risk Scorecards, 2006). Shares must be above zero.
 */
export const populationStability = (expected: readonly number[], found: readonly number[]): number => {
  let sum = 0
  for (const [bin, p] of expected.entries()) {
    const q = found[bin] ?? 0
    sum += (q - p) * Math.log(q / p)
  }
  return sum
}

/** Edges between bins that hold about as many of the sorted values each. */
export const quantileEdges = (sorted: Float64Array, bins: number): number[] =>
  Array.from({ length: bins - 1 }, (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)] ?? 0)

/** The share of the sorted values in each bin; half a value is added to each, so that none is empty. */
export const binShares = (sorted: Float64Array, edges: readonly number[]): number[] => {
  const counts = new Array<number>(edges.length + 1).fill(0.5)
  let bin = 0
  for (const value of sorted) {
    while (bin < edges.length && value >= (edges[bin] as number)) bin += 1
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const total = sorted.length + counts.length / 2
  return counts.map((count) => count / total)
}
