import { topDocuments } from './top.ts'

/** Lists are compared by their best so many results; deeper ones count as nothing. */
const poolDepth = 1_000

/**
 * Scores brought to 0 … 1 over the best results, so that lists of different kinds can be added (Fox & Shaw's CombSUM
 * after min-max, TREC-2, 1994). Documents that are not among the best, or score nothing, get 0.
 */
export const minMax = (scores: Float64Array, depth = poolDepth): Float64Array => {
  const best = topDocuments(scores, depth)
  const highest = scores[best[0] ?? -1] ?? 0
  const lowest = best.length < depth ? 0 : (scores[best.at(-1) ?? -1] ?? 0)
  const scaled = new Float64Array(scores.length)
  if (highest <= lowest) {
    for (const document of best) scaled[document] = 1
    return scaled
  }
  for (const document of best) scaled[document] = ((scores[document] ?? 0) - lowest) / (highest - lowest)
  return scaled
}

type WeightedList = readonly [scores: Float64Array, weight: number]

/** Lists of the same length, added. */
export const weightedSum = (...lists: readonly [WeightedList, ...WeightedList[]]): Float64Array => {
  const sums = new Float64Array(lists[0][0].length)
  for (const [scores, weight] of lists) {
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + weight * (scores[at] as number)
  }
  return sums
}
