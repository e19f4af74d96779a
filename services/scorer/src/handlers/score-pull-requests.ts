import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, loadPullRequests, type PullRequest, storeScores } from '@assay/db'
import { defineHandler } from '@assay/queue'
import {
  assessPullRequest,
  commitMessages,
  findLinks,
  methodOf,
  type PullRequestFacts,
  patchShape,
  type ValueModels,
} from '@assay/value'

export type ScorerDeps = { db: Database; models: ValueModels }

/** Assesses pull requests and stores what was found with its reasons and the versions of the methods. */
export const createHandler = ({ db, models }: ScorerDeps) =>
  defineHandler(score, async ({ pullRequestIds }, { workspace }) => {
    const pullRequests = await loadPullRequests(db, pullRequestIds)
    const method = methodOf(models)
    const scores = pullRequests.map((pullRequest) => {
      const facts = factsOf(pullRequest)
      const { kind, significance, effort, claims } = assessPullRequest(facts, models)
      const { score: points, low, high, reasons } = significance
      return {
        pullRequestId: pullRequest.id,
        kind: kind.label,
        kindProbability: kind.probability,
        kindEvidence: kind.evidence,
        score: points,
        low,
        high,
        breakdown: reasons,
        effort,
        claims,
        links: findLinks({ ...facts, number: pullRequest.number }),
        shape: patchShape(facts),
      }
    })
    return {
      result: { scored: scores.length, method },
      effects: (tx) => storeScores(tx, { workspace, method, scores }),
    }
  })

const factsOf = ({ coAuthors, changedFiles, authorName, ...row }: PullRequest): PullRequestFacts => ({
  ...row,
  author: authorName,
  coAuthors: coAuthors.map(({ name }) => name),
  commitMessages: commitMessages(row),
  filesTotal: changedFiles,
})
