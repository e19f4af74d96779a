import { isGenerated } from '../kind/path-classes.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

/** More lines than these make no change more remarkable. */
const MOST = 10_000

/**
 * Lines that somebody wrote: without lock files, generated and vendored ones. Where the files come without sizes of
 * their own, the whole is shared out evenly. Null when the size is not known.
 */
export const authoredLines = ({ additions, deletions, files }: PullRequestFacts): number | null => {
  if (files && files.length > 0 && files.every((file) => file.additions !== undefined)) {
    const own = files.filter(({ path }) => !isGenerated(path))
    return Math.min(
      MOST,
      own.reduce((sum, file) => sum + (file.additions ?? 0) + (file.deletions ?? 0), 0),
    )
  }
  if (typeof additions !== 'number' && typeof deletions !== 'number') return null
  const share = files && files.length > 0 ? files.filter(({ path }) => !isGenerated(path)).length / files.length : 1
  return Math.min(MOST, ((additions ?? 0) + (deletions ?? 0)) * share)
}
