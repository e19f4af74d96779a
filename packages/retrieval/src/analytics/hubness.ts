import type { NearestTable } from './nearest-table.ts'

export type Hubness = {
  /** How many neighbours of each row were counted. */
  readonly k: number
  /** Among how many rows: hubness grows with their number, so compare only figures of the same. */
  readonly rows: number
  /** Skewness of how often a row is among the k nearest of others: 0 when all are found alike, large with hubs. */
  readonly skewness: number
  /** The share of rows that are among the k nearest of no other. */
  readonly neverFound: number
  /** How often the most found row is found; k is the mean. */
  readonly mostFound: number
}

/**
 * The k-occurrences of rows among each other's nearest, and their skewness E[(N − μ)³] / σ³ (Radovanović, Nanopoulos &
 * Ivanović, "Hubs in space", JMLR 11, 2010, section 2).
 */
export const hubnessOf = ({ width, ids }: NearestTable): Hubness | null => {
  const rows = ids.length / width
  if (rows < 2) return null
  const occurrences = new Uint32Array(rows)
  for (const id of ids) occurrences[id] = (occurrences[id] ?? 0) + 1
  let second = 0
  let third = 0
  let neverFound = 0
  let mostFound = 0
  for (const found of occurrences) {
    second += (found - width) ** 2
    third += (found - width) ** 3
    if (found === 0) neverFound += 1
    if (found > mostFound) mostFound = found
  }
  const deviation = Math.sqrt(second / rows)
  return {
    k: width,
    rows,
    skewness: deviation > 0 ? third / rows / deviation ** 3 : 0,
    neverFound: neverFound / rows,
    mostFound,
  }
}
