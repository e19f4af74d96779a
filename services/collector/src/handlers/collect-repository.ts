import { contract as collect } from '@assay/contracts/kinds/collect'
import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { contract as score } from '@assay/contracts/kinds/score'
import {
  type Database,
  findRepository,
  finishCollection,
  type Repository,
  saveCursor,
  startCollection,
  storePullRequests,
} from '@assay/db'
import { defineHandler, type JobContext } from '@assay/queue'
import {
  type Environment,
  openGitSource,
  type PullRequestPage,
  type PullRequestSource,
  type SourcePullRequest,
} from '@assay/sources'
import { sourceLocation } from '../source-location.ts'

export type CollectorDeps = {
  db: Database
  cacheDirectory: string
  allowLocal: boolean
  environment: Environment
  token?: string | undefined
}

const PAGE_SIZE = 100

/**
 * Reads merged pull requests page by page. A page, the jobs that index and score it, and the mark behind which the next
 * page starts commit together: a collection that is cut off goes on where it stopped.
 */
export const createHandler = ({ db, ...options }: CollectorDeps) =>
  defineHandler(collect, async ({ source: given }, context) => {
    const location = sourceLocation(given)
    const source = await openGitSource({ ...options, location, signal: context.signal })
    try {
      return await collectFrom(source, db, context)
    } finally {
      await source.close()
    }
  })

async function collectFrom(source: PullRequestSource, db: Database, context: JobContext) {
  const { name, origin, defaultBranch, head, shallow } = source.describe()
  const repository = await startCollection(db, { workspace: context.workspace, name, origin, defaultBranch })
  const after = await usableCursor(source, repository.cursor)
  const total = await source.countPullRequests(after ? { after } : {})

  let done = 0
  let changed = 0
  for await (const page of source.pullRequests({ pageSize: PAGE_SIZE, ...(after ? { after } : {}) })) {
    done += page.pullRequests.length
    changed += await commitPage(page, repository, context, { done, total, message: `reading ${name}` })
  }
  // What was counted first and what was read must agree; a shallow clone lacks older history.
  const completeness = shallow || done !== total ? 'partial' : 'complete'
  const stored = await findRepository(db, context.workspace, repository.id)

  return {
    result: {
      repositoryId: repository.id,
      repository: name,
      head,
      pullRequests: stored?.pullRequestCount ?? 0,
      changed,
      completeness,
    } as const,
    effects: (tx: Parameters<typeof finishCollection>[0]) =>
      finishCollection(tx, repository.id, { head, cursor: head, completeness }),
  }
}

/** The mark of the last collection, unless the history was rewritten since: then everything is read again. */
async function usableCursor(source: PullRequestSource, cursor: string | null): Promise<string | null> {
  if (!cursor) return null
  try {
    await source.countPullRequests({ after: cursor })
    return cursor
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SOURCE_CURSOR_UNKNOWN') return null
    throw error
  }
}

const commitPage = (
  page: PullRequestPage,
  repository: Repository,
  context: JobContext,
  progress: { done: number; total: number; message: string },
): Promise<number> =>
  context.commit(async (tx) => {
    const pullRequestIds = await storePullRequests(tx, repository, page.pullRequests.map(toCollected))
    await saveCursor(tx, repository.id, page.cursor)
    if (pullRequestIds.length > 0) {
      await tx.spawn(index, { pullRequestIds })
      await tx.spawn(score, { pullRequestIds })
    }
    return pullRequestIds.length
  }, progress)

const toCollected = ({ author, ...pullRequest }: SourcePullRequest) => ({
  ...pullRequest,
  authorName: author.name,
  authorEmailHash: author.emailHash,
})
