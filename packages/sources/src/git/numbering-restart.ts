const WINDOW = 12
const WATCHED_WINDOWS = 4
/** A restarted numbering is far below what it follows. */
const FAR_BELOW = 0.25
/** Below this nothing can be told from the noise of early numbers. */
const FEWEST_BEFORE = 100

/**
 * Where a repository began to count its pull requests anew, as a fork does that carries the history of another: the
 * numbers before belong to that other repository. Numbers grow with time up to a few late merges, so a restart shows
 * as a run of numbers whose median falls far below the median of the run before it.
 * @param numbers in the order of the history, oldest first.
 * @returns how many numbers stand before the last restart; 0 where there is none.
 */
export const findNumberingRestart = (numbers: readonly number[]): number => {
  let restart = 0
  for (let at = WINDOW; at + WINDOW <= numbers.length; at += 1) {
    const before = median(numbers.slice(at - WINDOW, at))
    if (before >= FEWEST_BEFORE && staysBelow(numbers, at, before * FAR_BELOW)) restart = at
  }
  if (restart === 0) return 0
  return firstOfRun(numbers, restart)
}

/** Old pull requests merged in one go are low too, but the numbers behind them are high again at once. */
const staysBelow = (numbers: readonly number[], from: number, limit: number): boolean => {
  for (let at = from; at < from + WATCHED_WINDOWS * WINDOW && at + WINDOW <= numbers.length; at += WINDOW) {
    if (median(numbers.slice(at, at + WINDOW)) >= limit) return false
  }
  return true
}

/** The windows overlap the restart on both sides; the run begins where the numbers first stay low. */
const firstOfRun = (numbers: readonly number[], found: number): number => {
  const low = median(numbers.slice(found, found + WINDOW)) * 4
  let first = found
  while (first > 0 && (numbers[first - 1] ?? 0) <= low) first -= 1
  while (first < numbers.length && (numbers[first] ?? 0) > low) first += 1
  return first
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
