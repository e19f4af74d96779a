import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, loadPullRequests, storeScores } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { methodOf, scorePullRequest, type ValueModels } from '@assay/value'

export type ScorerDeps = { db: Database; models: ValueModels }

/** Assesses pull requests and stores what was found with its reasons and the versions of the methods. */
export const createHandler = ({ db, models }: ScorerDeps) =>
  defineHandler(score, async ({ pullRequestIds }, { workspace }) => {
    const pullRequests = await loadPullRequests(db, pullRequestIds)
    const method = methodOf(models)
    const scores = pullRequests.map((row) => ({ pullRequestId: row.id, ...scorePullRequest(row, models) }))
    return {
      result: { scored: scores.length, method },
      effects: (tx) => storeScores(tx, { workspace, method, scores }),
    }
  })
