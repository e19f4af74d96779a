import { createHash } from 'node:crypto'
import type { PullRequestFacts } from '../pull-request-facts.ts'

/** Fewer lines than that are the same by chance. */
const MIN_LINES = 8

const BRANCH_MARKS = /^(?:\[[^\]]*\]\s*)+|^(?:manual )?back-?port\b[^:]*:\s*|\s*\((?:#\d+|back-?port[^)]*)\)$/gi

/**
 * A hash that a change keeps when it is applied to another branch: its title without marks of branches, and how many
 * lines it adds to and deletes from which file. It stands in for git's patch-id where that is not known, and where the
 * lines around the change are others on the other branch. Null where too little is known.
 */
export const patchShape = ({ title, files }: Pick<PullRequestFacts, 'title' | 'files'>): string | null => {
  if (!files?.length || files.some((file) => file.additions == null || file.deletions == null)) return null
  const lines = files.reduce((sum, file) => sum + (file.additions ?? 0) + (file.deletions ?? 0), 0)
  if (lines < MIN_LINES) return null
  const rows = files.map(({ path, additions, deletions }) => `${path}\t${additions}\t${deletions}`).sort()
  const bare = title.replace(BRANCH_MARKS, '').trim().toLowerCase()
  return createHash('sha256')
    .update([bare, ...rows].join('\n'))
    .digest('hex')
    .slice(0, 32)
}
