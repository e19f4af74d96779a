/** A pause longer than this ends a sitting. Hours; as in git-hours (Kimmo Brunfeldt). */
const LONGEST_PAUSE = 2

/** What went before the first commit of a sitting. Hours; git-hours takes 2, which would be most of a small change. */
const BEFORE_FIRST = 0.5

/** Hours at work by the times of the commits: sittings without long pauses, each with a start-up of its own. */
export const activeHours = (commitTimes: readonly number[]): number => {
  const times = [...commitTimes].sort((a, b) => a - b)
  let hours = 0
  let previous: number | undefined
  for (const time of times) {
    const pause = previous === undefined ? Number.POSITIVE_INFINITY : (time - previous) / 3_600_000
    hours += pause > LONGEST_PAUSE ? BEFORE_FIRST : pause
    previous = time
  }
  return hours
}
