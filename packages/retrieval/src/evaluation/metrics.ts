/** The grade of each document that was judged for a query; relevant where it is above zero. */
export type Judgments = ReadonlyMap<string, number>

const gainOf = (judgments: Judgments, id: string): number => Math.max(0, judgments.get(id) ?? 0)

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)

/** How many documents are relevant. A query without any says nothing about a ranking. */
export const relevantCount = (judgments: Judgments): number =>
  [...judgments.values()].filter((grade) => grade > 0).length

/**
 * Discounted gain of the first `depth` results against the best possible (Järvelin & Kekäläinen, TOIS 20(4), 2002),
 * with the grade as gain and log2(rank + 1) as discount, as trec_eval's ndcg_cut does.
 */
export const ndcgAt = (ranking: readonly string[], judgments: Judgments, depth: number): number => {
  const best = [...judgments.values()].filter((grade) => grade > 0).sort((a, b) => b - a)
  const ideal = discounted(best.slice(0, depth))
  return ideal === 0 ? 0 : discounted(ranking.slice(0, depth).map((id) => gainOf(judgments, id))) / ideal
}

/** The mean of the precision at each relevant result, those never found counting as zero (trec_eval's map). */
export const averagePrecision = (ranking: readonly string[], judgments: Judgments): number => {
  let found = 0
  let sum = 0
  for (const [rank, id] of ranking.entries()) {
    if (gainOf(judgments, id) === 0) continue
    found += 1
    sum += found / (rank + 1)
  }
  const relevant = relevantCount(judgments)
  return relevant === 0 ? 0 : sum / relevant
}

/** The share of the relevant documents among the first `depth` results. */
export const recallAt = (ranking: readonly string[], judgments: Judgments, depth: number): number => {
  const relevant = relevantCount(judgments)
  const found = ranking.slice(0, depth).filter((id) => gainOf(judgments, id) > 0).length
  return relevant === 0 ? 0 : found / relevant
}

/** One over the rank of the first relevant result, or zero. */
export const reciprocalRank = (ranking: readonly string[], judgments: Judgments): number => {
  const rank = ranking.findIndex((id) => gainOf(judgments, id) > 0)
  return rank < 0 ? 0 : 1 / (rank + 1)
}
