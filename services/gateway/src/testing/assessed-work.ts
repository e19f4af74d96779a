import { type CollectedPullRequest, type Database, loadPullRequests, storePullRequests, storeScores } from '@assay/db'
import { loadModels, scorePullRequest } from '@assay/value'

/** Stores pull requests with their assessments, as collecting and scoring do. @returns their ids by number. */
export const storeAssessed = async (
  db: Database,
  repository: { id: string; workspace: string },
  collected: readonly CollectedPullRequest[],
): Promise<Map<number | null, string>> => {
  const models = await loadModels()
  const rows = await loadPullRequests(db, await storePullRequests(db, repository, collected))
  const scores = rows.map((row) => ({ pullRequestId: row.id, ...scorePullRequest(row, models) }))
  await storeScores(db, { workspace: repository.workspace, method: 'test', scores })
  return new Map(rows.map(({ number, id }) => [number, id]))
}
