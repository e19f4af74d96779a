import type {
  SimulatedFile,
  SimulatedIssue,
  SimulatedPullRequest,
  SimulatedRepository,
  SimulatedReview,
} from '../types.ts'
import { nameWithOwner, nodeId, pullRequestId, utcSeconds } from '../world.ts'
import { commitNode, mergeCommitNode } from './commit-node.ts'
import { byPlace, connectionOf, type PageArguments } from './connection.ts'
import { accountNode, authorNode } from './people.ts'
import { type TimelineItem, timelineOf } from './timeline.ts'

type Args = PageArguments & {
  readonly itemTypes?: readonly string[] | null
  readonly since?: string | null
  readonly skip?: number | null
  readonly states?: readonly string[] | null
  readonly author?: string | null
}

/** A pull request as an object whose properties are the fields of the schema's `PullRequest`. */
export const pullRequestNode = (
  url: string,
  repository: SimulatedRepository,
  pullRequest: SimulatedPullRequest,
  repositoryNode: () => unknown,
) => {
  const repositoryUrl = `${url}/${nameWithOwner(repository)}`
  const ownUrl = `${repositoryUrl}/pull/${pullRequest.number}`
  const { additions, deletions, changedFiles, number, state, title, body } = pullRequest

  const node = {
    __typename: 'PullRequest',
    id: nodeId('PR', repository.databaseId, number),
    databaseId: pullRequestId(repository, pullRequest),
    fullDatabaseId: String(pullRequestId(repository, pullRequest)),
    number,
    title,
    body,
    bodyText: body,
    state,
    merged: state === 'MERGED',
    closed: state !== 'OPEN',
    isDraft: false,
    isCrossRepository: true,
    locked: false,
    createdAt: utcSeconds(pullRequest.createdAt),
    updatedAt: utcSeconds(pullRequest.updatedAt),
    mergedAt: pullRequest.mergedAt && utcSeconds(pullRequest.mergedAt),
    closedAt: state === 'OPEN' ? null : utcSeconds(pullRequest.mergedAt ?? pullRequest.updatedAt),
    additions,
    deletions,
    changedFiles,
    mergeCommit: mergeCommitNode(url, repositoryUrl, pullRequest),
    headRefOid: pullRequest.headSha,
    headRefName: `pull-${number}`,
    baseRefOid: pullRequest.baseSha ?? repository.headSha,
    baseRefName: pullRequest.baseRef,
    author: authorNode(url, pullRequest.author),
    authorAssociation: 'CONTRIBUTOR',
    mergedBy: null,
    url: ownUrl,
    permalink: ownUrl,
    resourcePath: new URL(ownUrl).pathname,
    repository: repositoryNode,
    baseRepository: repositoryNode,

    labels: (args: Args) => connectionOf(pullRequest.labels, args, byPlace, labelNode),
    reviews: (args: Args) =>
      connectionOf(
        pullRequest.reviews.filter(
          ({ state: reviewState, reviewer }) =>
            (args.states?.includes(reviewState) ?? true) && (args.author ? reviewer === args.author : true),
        ),
        args,
        byPlace,
        reviewNode,
      ),
    closingIssuesReferences: (args: Args) => connectionOf(pullRequest.closingIssues, args, byPlace, issueNode),
    files: (args: Args) => connectionOf(pullRequest.files, args, byPlace, fileNode),
    commits: (args: Args) =>
      connectionOf(pullRequest.commits, args, byPlace, (commit) => ({
        __typename: 'PullRequestCommit',
        id: nodeId('PRC', number, commit.sha),
        url: `${ownUrl}/commits/${commit.sha}`,
        commit: commitNode(url, repositoryUrl, commit),
        pullRequest: () => node,
      })),
    timelineItems: (args: Args) => {
      const items = timelineOf(pullRequest).filter(
        ({ type, at }) => (args.itemTypes?.includes(type) ?? true) && (args.since ? at >= args.since : true),
      )
      const connection = connectionOf(items.slice(args.skip ?? 0), args, byPlace, timelineNode)
      return { ...connection, totalCount: items.length, updatedAt: utcSeconds(pullRequest.updatedAt) }
    },
  }

  const labelNode = (name: string) => ({
    __typename: 'Label',
    id: nodeId('LA', repository.databaseId, name),
    name,
    color: 'ededed',
    description: null,
    isDefault: false,
  })
  const reviewNode = (review: SimulatedReview) => ({
    __typename: 'PullRequestReview',
    id: review.id,
    author: accountNode(url, review.reviewer),
    authorAssociation: 'MEMBER',
    state: review.state,
    body: review.body,
    bodyText: review.body,
    submittedAt: utcSeconds(review.submittedAt),
    createdAt: utcSeconds(review.submittedAt),
    updatedAt: utcSeconds(review.submittedAt),
    publishedAt: utcSeconds(review.submittedAt),
    url: `${ownUrl}#pullrequestreview-${review.id}`,
    pullRequest: () => node,
  })
  const issueNode = (issue: SimulatedIssue) => ({
    __typename: 'Issue',
    id: nodeId('I', issue.repository, issue.number),
    number: issue.number,
    title: `Issue ${issue.number}`,
    state: 'CLOSED',
    url: `${url}/${issue.repository}/issues/${issue.number}`,
    // Only its name: the repository of an issue need not be one that is simulated.
    repository: {
      __typename: 'Repository',
      id: nodeId('R', issue.repository),
      nameWithOwner: issue.repository,
      name: issue.repository.split('/')[1] ?? '',
      url: `${url}/${issue.repository}`,
    },
  })
  const timelineNode = (item: TimelineItem) => {
    if (item.type === 'PULL_REQUEST_REVIEW') return reviewNode(item.review)
    const event = { id: item.id, createdAt: item.at, actor: authorNode(url, pullRequest.author) }
    if (item.type === 'LABELED_EVENT') {
      return { __typename: 'LabeledEvent', ...event, label: labelNode(item.label), labelable: () => node }
    }
    return {
      __typename: item.type === 'CONNECTED_EVENT' ? 'ConnectedEvent' : 'DisconnectedEvent',
      ...event,
      isCrossRepository: item.issue.repository !== nameWithOwner(repository),
      source: () => node,
      subject: issueNode(item.issue),
    }
  }
  return node
}

/** The schema has no former path and no patch here. */
const fileNode = ({ path, additions, deletions, changeType }: SimulatedFile) => ({
  __typename: 'PullRequestChangedFile',
  path,
  additions,
  deletions,
  changeType,
  viewerViewedState: 'UNVIEWED',
})
