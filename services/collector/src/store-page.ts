import { contract as index } from '@assay/contracts/kinds/index-pull-requests'
import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, type Repository, recordCollectedPage, storePullRequests } from '@assay/db'
import type { JobContext, JobTransaction } from '@assay/queue'
import type { Gap, PullRequestPage, PullRequestSource } from '@assay/sources'

/** What every part of a collection works with. */
export type Collecting = { source: PullRequestSource; repository: Repository; db: Database; context: JobContext }

/** One that concerns no single pull request is judged at the end of a run. */
export const isAboutAll = ({ number, sha }: Gap) => number === null && sha === null

/** Stores a page with what is missing of it, and spawns the jobs that index and score what is new. @returns how many are. */
export async function storePage(
  tx: JobTransaction,
  page: PullRequestPage,
  { repository, context }: Pick<Collecting, 'repository' | 'context'>,
): Promise<number> {
  const pullRequestIds = await storePullRequests(tx, repository, page.pullRequests)
  await recordCollectedPage(
    tx,
    { jobId: context.jobId, repositoryId: repository.id },
    {
      collected: page.pullRequests,
      changed: pullRequestIds.length,
      gaps: page.gaps.filter((gap) => !isAboutAll(gap)),
    },
  )
  if (pullRequestIds.length > 0) {
    await tx.spawn(index, { pullRequestIds })
    await tx.spawn(score, { pullRequestIds })
  }
  return pullRequestIds.length
}
