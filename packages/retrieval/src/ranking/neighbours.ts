/** How much more the nearer of two neighbours counts. */
const sharpness = 5

/**
 * For each of some documents, what its nearest among them score, the nearer counting more. Documents that are alike
 * tend to be relevant to the same query (van Rijsbergen's cluster hypothesis), so that a score mixed with that of its
 * neighbours is steadier (Diaz, "Regularizing ad hoc retrieval scores", CIKM 2005).
 */
export const neighbourScores = (scores: readonly number[], similarity: Float64Array, neighbours: number): number[] => {
  const size = scores.length
  return scores.map((_, row) => {
    const nearest = largestOf(similarity.subarray(row * size, (row + 1) * size), row, neighbours)
    let sum = 0
    let total = 0
    for (const column of nearest) {
      const weight = (similarity[row * size + column] ?? 0) ** sharpness
      sum += weight * (scores[column] ?? 0)
      total += weight
    }
    return total > 0 ? sum / total : 0
  })
}

/** The places of the largest positive values, except one place. Equal values: the earlier place. */
const largestOf = (values: Float64Array, except: number, limit: number): number[] => {
  const best: number[] = []
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (at === except || value <= 0) continue
    if (best.length === limit && value <= (values[best[limit - 1] ?? 0] as number)) continue
    let place = Math.min(best.length, limit - 1)
    while (place > 0 && (values[best[place - 1] ?? 0] as number) < value) {
      best[place] = best[place - 1] ?? 0
      place -= 1
    }
    best[place] = at
  }
  return best
}
