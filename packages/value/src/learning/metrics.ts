/** Area under the ROC curve: the chance that a positive outranks a negative, ties counting half (Mann–Whitney). */
export const rocAuc = (scores: readonly number[], truths: readonly boolean[]): number => {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let rankSum = 0
  let positives = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1
    for (const row of order.slice(from, to)) {
      if (!truths[row]) continue
      positives += 1
      rankSum += (from + to + 1) / 2
    }
    from = to
  }
  const negatives = order.length - positives
  return positives === 0 || negatives === 0
    ? Number.NaN
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Mean of the precision at every positive, rows of equal score counting as one step. */
export const averagePrecision = (scores: readonly number[], truths: readonly boolean[]): number => {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const positives = truths.filter(Boolean).length
  let found = 0
  let sum = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1
    const here = order.slice(from, to).filter((row) => truths[row]).length
    found += here
    sum += (here * found) / to
    from = to
  }
  return positives === 0 ? Number.NaN : sum / positives
}

/** Share of all positives that stand in the best-scored tenth of their own group; at least one row per group is taken. */
export const recallAtTenth = (
  scores: readonly number[],
  truths: readonly boolean[],
  groups: readonly string[],
): number => {
  const rowsOf = new Map<string, number[]>()
  for (const [row, group] of groups.entries()) {
    const rows = rowsOf.get(group)
    if (rows) rows.push(row)
    else rowsOf.set(group, [row])
  }
  let found = 0
  let all = 0
  for (const rows of rowsOf.values()) {
    rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    const taken = Math.max(1, Math.ceil(rows.length / 10))
    for (const [rank, row] of rows.entries()) {
      if (!truths[row]) continue
      all += 1
      if (rank < taken) found += 1
    }
  }
  return all === 0 ? Number.NaN : found / all
}

/** Expected calibration error over bins of equal mass (Naeini et al., 2015): the mean gap between said and seen. */
export const calibrationError = (probabilities: readonly number[], truths: readonly boolean[], bins = 10): number => {
  const order = probabilities.map((_, row) => row).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0))
  let error = 0
  for (let bin = 0; bin < bins; bin += 1) {
    const rows = order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins))
    const said = rows.reduce((sum, row) => sum + (probabilities[row] ?? 0), 0)
    const seen = rows.filter((row) => truths[row]).length
    error += Math.abs(said - seen) / order.length
  }
  return error
}

export type ClassScores = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly support: number
}

export const classScores = (predicted: ArrayLike<number>, truths: ArrayLike<number>, classes: number): ClassScores[] =>
  Array.from({ length: classes }, (_, c) => {
    let hits = 0
    let claimed = 0
    let support = 0
    for (let row = 0; row < truths.length; row += 1) {
      if (truths[row] === c) support += 1
      if (predicted[row] !== c) continue
      claimed += 1
      if (truths[row] === c) hits += 1
    }
    const f1 = claimed + support === 0 ? 0 : (2 * hits) / (claimed + support)
    return { precision: claimed ? hits / claimed : 0, recall: support ? hits / support : 0, f1, support }
  })

/** Mean F1 over the classes that occur in the truth. */
export const macroF1 = (predicted: ArrayLike<number>, truths: ArrayLike<number>, classes: number): number => {
  const seen = classScores(predicted, truths, classes).filter(({ support }) => support > 0)
  return seen.reduce((sum, { f1 }) => sum + f1, 0) / seen.length
}
