import { isAssayError, RateLimited } from '@assay/contracts'
import type { Gap, PullRequestSource, SourcePullRequest } from '../../pull-request-source.ts'
import type { Clock } from '../clock.ts'

/** A clock that only moves when somebody waits. */
export const createTestClock = (start = Date.UTC(2025, 0, 1)): Clock & { advanceTo(time: number): void } => {
  let time = start
  return {
    now: () => time,
    wait: async (ms, signal) => {
      signal?.throwIfAborted()
      time += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
    advanceTo: (to) => {
      time = Math.max(time, to)
    },
  }
}

export type Collected = {
  readonly rows: ReadonlyMap<number, SourcePullRequest>
  readonly gaps: readonly Gap[]
  readonly cursor: string | null
  /** How often it began again, by what was thrown. */
  readonly interruptions: readonly string[]
}

/**
 * Stores each page with its cursor, as one transaction would; when the source says to wait it does, and after a failure
 * that may pass it opens the source anew and goes on behind the last page stored.
 */
export const collectLikeAJob = async (
  open: () => Promise<PullRequestSource>,
  clock: Clock & { advanceTo(time: number): void },
  after: string | null = null,
): Promise<Collected> => {
  const rows = new Map<number, SourcePullRequest>()
  const gaps: Gap[] = []
  const interruptions: string[] = []
  let cursor = after
  for (;;) {
    let source: PullRequestSource | undefined
    try {
      source = await open()
      for await (const page of source.pullRequests({ after: cursor })) {
        for (const row of page.pullRequests) if (row.number !== null) rows.set(row.number, row)
        gaps.push(...page.gaps)
        cursor = page.cursor
      }
      return { rows, gaps, cursor, interruptions }
    } catch (error) {
      if (!isAssayError(error) || error.retry !== 'later') throw error
      interruptions.push(error.code)
      if (interruptions.length > 100) throw error
      clock.advanceTo(error instanceof RateLimited ? error.resetAt.getTime() : clock.now() + 1_000)
    } finally {
      await source?.close()
    }
  }
}

/** The collected rows in the form of `expectedOf`. */
export const summaryOf = ({ rows }: Collected) =>
  [...rows.values()]
    .map((row) => ({
      number: row.number,
      sha: row.sha,
      title: row.title,
      body: row.body,
      login: row.author.login,
      mergedAt: new Date(row.mergedAt).toISOString(),
      size: [row.additions, row.deletions, row.changedFiles],
      files: row.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      commits: row.commits.map(({ sha, title }) => ({ sha, title })),
      labels: row.labels,
      reviews: row.reviews.map(({ reviewer }) => reviewer).toSorted(),
      linkedIssues: row.linkedIssues.toSorted(),
    }))
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
