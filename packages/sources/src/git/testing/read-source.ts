import type { Gap, PullRequestSource, SourcePullRequest } from '../../pull-request-source.ts'

/** Everything that a source gives, in small pages so that their edges are met. */
export const readSource = async (
  source: PullRequestSource,
  after: string | null = null,
): Promise<{ pullRequests: SourcePullRequest[]; gaps: Gap[]; cursor: string }> => {
  const pullRequests: SourcePullRequest[] = []
  const gaps: Gap[] = []
  let cursor = ''
  for await (const page of source.pullRequests({ after, pageSize: 2 })) {
    pullRequests.push(...page.pullRequests)
    gaps.push(...page.gaps)
    cursor = page.cursor
  }
  return { pullRequests, gaps, cursor }
}
