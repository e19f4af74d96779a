type Histogram = {
  readonly from: number
  readonly to: number
  /** Bins of equal width from `from` to `to`; what lies outside is in the first or the last. */
  readonly counts: readonly number[]
}

export type Distribution = {
  readonly count: number
  readonly mean: number
  readonly deviation: number
  readonly least: number
  readonly most: number
  readonly quantiles: {
    readonly p01: number
    readonly p05: number
    readonly p25: number
    readonly p50: number
    readonly p75: number
    readonly p95: number
    readonly p99: number
  }
  readonly histogram: Histogram
}

export type HistogramRange = { readonly from: number; readonly to: number }

const bins = 40

/** One range for all cosines, so that one page can lay them over each other. */
export const cosineRange: HistogramRange = { from: -1, to: 1 }

/** What a page needs to draw some numbers, or null where there are none. Quantiles are by nearest rank. */
export const describe = (values: Float64Array, range?: HistogramRange): Distribution | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted()
  const quantile = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  const mean = sum(sorted) / sorted.length
  const least = sorted[0] ?? 0
  const most = sorted.at(-1) ?? 0
  return {
    count: sorted.length,
    mean,
    deviation: Math.sqrt(sum(sorted.map((value) => (value - mean) ** 2)) / sorted.length),
    least,
    most,
    quantiles: {
      p01: quantile(0.01),
      p05: quantile(0.05),
      p25: quantile(0.25),
      p50: quantile(0.5),
      p75: quantile(0.75),
      p95: quantile(0.95),
      p99: quantile(0.99),
    },
    histogram: histogramOf(sorted, range ?? { from: least, to: most }),
  }
}

const histogramOf = (values: Float64Array, { from, to }: HistogramRange): Histogram => {
  const counts = new Array<number>(bins).fill(0)
  const scale = to > from ? bins / (to - from) : 0
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - from) * scale)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { from, to, counts }
}

const sum = (values: Float64Array): number => {
  let total = 0
  for (const value of values) total += value
  return total
}
