import { contract as score } from '@assay/contracts/kinds/score'
import { type Database, loadPullRequests, type PullRequest, storeScores } from '@assay/db'
import { defineHandler } from '@assay/queue'
import { assessPullRequest, methodOf, type PullRequestFacts, type ValueModels } from '@assay/value'

export type ScorerDeps = { db: Database; models: ValueModels }

/** Assesses pull requests and stores what was found with its reasons and the versions of the methods. */
export const createHandler = ({ db, models }: ScorerDeps) =>
  defineHandler(score, async ({ pullRequestIds }, { workspace }) => {
    const pullRequests = await loadPullRequests(db, pullRequestIds)
    const method = methodOf(models)
    const scores = pullRequests.map((pullRequest) => {
      const { kind, significance, effort, claims } = assessPullRequest(factsOf(pullRequest), models)
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
      }
    })
    return {
      result: { scored: scores.length, method },
      effects: (tx) => storeScores(tx, { workspace, method, scores }),
    }
  })

const factsOf = ({ coAuthors, commits, changedFiles, authorName, ...row }: PullRequest): PullRequestFacts => ({
  ...row,
  author: authorName,
  coAuthors: coAuthors.map(({ name }) => name),
  // The titles are all that is kept of the commits; one that repeats the title says nothing new.
  commitMessages: commits.map(({ title }) => title).filter((title) => !title.startsWith(row.title)),
  filesTotal: changedFiles,
})
