import { type Assessment, assessPullRequest } from '../assess-pull-request.ts'
import { commitMessages } from '../commit-messages.ts'
import type { ValueModels } from '../models.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

/** A pull request as it is stored. */
export type StoredPullRequest = Pick<PullRequestFacts, 'additions' | 'deletions' | 'files' | 'labels' | 'mergedAt'> & {
  readonly number: number | null
  readonly title: string
  readonly body: string
  readonly authorName: string
  readonly coAuthors: readonly { readonly name: string }[]
  readonly changedFiles: number
  readonly commits: readonly { readonly title: string; readonly body?: string }[]
}

/** Assesses a stored pull request and names what is found as it is stored. */
export const scorePullRequest = (row: StoredPullRequest, models: ValueModels) =>
  toScore(assessPullRequest(factsOf(row), models))

const factsOf = ({ coAuthors, changedFiles, authorName, ...row }: StoredPullRequest): PullRequestFacts => ({
  ...row,
  author: authorName,
  coAuthors: coAuthors.map(({ name }) => name),
  commitMessages: commitMessages(row),
  filesTotal: changedFiles,
})

const toScore = ({ kind, significance, effort, claims, links, shape }: Assessment) => ({
  kind: kind.label,
  kindProbability: kind.probability,
  kindEvidence: kind.evidence,
  score: significance.score,
  low: significance.low,
  high: significance.high,
  breakdown: significance.reasons,
  effort,
  claims,
  links,
  shape,
})
