import type { ResultOf } from '@assay/contracts'
import type { contract as collect } from '@assay/contracts/kinds/collect'
import { noteSinglePullRequest } from '@assay/db'
import type { PullRequestPage } from '@assay/sources'
import { type Collecting, storePage } from './store-page.ts'

/** Stores one pull request; the mark of the repository stays, so that the next run misses nothing. */
export function collectOne(page: PullRequestPage | null, collecting: Collecting): Promise<ResultOf<typeof collect>> {
  const { source, repository, context } = collecting
  const { name, head } = source.describe()
  return context.commit(async (tx) => {
    const changed = page ? await storePage(tx, page, collecting) : 0
    const counted = await noteSinglePullRequest(tx, repository.id)
    return { repositoryId: repository.id, repository: name, head, changed, vanished: 0, ...counted }
  })
}
