import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, loadPullRequests, storeScores } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { scoreMethod, scorePullRequest } from '@assay/value'

export type ScorerDeps = { db: Database }

/** Scores pull requests and stores each score with its reasons and the version of the method. */
export const createHandler = ({ db }: ScorerDeps) =>
  defineHandler(score, async ({ pullRequestIds }, { workspace }) => {
    const pullRequests = await loadPullRequests(db, pullRequestIds)
    const scores = pullRequests.map((pullRequest) => {
      const { score: points, kind, breakdown } = scorePullRequest(pullRequest)
      return { pullRequestId: pullRequest.id, kind: kind.kind, kindEvidence: kind.evidence, score: points, breakdown }
    })
    const method = `${scoreMethod.name}@${scoreMethod.version}`
    return {
      result: { scored: scores.length, method },
      effects: (tx) => storeScores(tx, { workspace, method, scores }),
    }
  })
