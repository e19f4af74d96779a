import type { SimulatedCommit, SimulatedPullRequest } from '../types.ts'
import { nodeId, utcSeconds } from '../world.ts'
import { byPlace, connectionOf, type PageArguments } from './connection.ts'
import { accountNode, authorNode } from './people.ts'

const headlineLength = 72

/** GitHub cuts the headline at 72 characters and goes on in the body, both with an ellipsis. */
export const commitNode = (url: string, repositoryUrl: string, commit: SimulatedCommit, parentCount = 1) => {
  const [firstLine = '', ...rest] = commit.message.split('\n')
  const isLong = firstLine.length > headlineLength
  const body = rest.join('\n').trim()
  return {
    __typename: 'Commit',
    id: nodeId('C', commit.sha),
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    url: `${repositoryUrl}/commit/${commit.sha}`,
    message: commit.message,
    messageHeadline: isLong ? `${firstLine.slice(0, headlineLength - 3)}…` : firstLine,
    messageBody: isLong ? `…${firstLine.slice(headlineLength - 3)}\n\n${body}`.trim() : body,
    authoredDate: utcSeconds(commit.authoredAt),
    committedDate: utcSeconds(commit.authoredAt),
    author: {
      name: commit.authorName,
      email: commit.authorEmail,
      date: commit.authoredAt,
      user: commit.authorLogin?.endsWith('[bot]') === true ? null : accountNode(url, commit.authorLogin),
    },
    // How many is known, which ones is not.
    parents: (args: PageArguments) =>
      connectionOf(Array.from({ length: parentCount }), args, byPlace, () => ({ __typename: 'Commit' })),
  }
}

/** The commit that a merge or a squash left on the base branch; null when there is none. */
export const mergeCommitNode = (url: string, repositoryUrl: string, pullRequest: SimulatedPullRequest) => {
  const { author, body, commits, mergeCommitSha, mergedAt, number, title, updatedAt } = pullRequest
  if (mergeCommitSha === null) return null
  const own = commits.find(({ sha }) => sha === mergeCommitSha)
  const parentCount = pullRequest.mergeParents ?? (own ? 1 : 2)
  if (own) return commitNode(url, repositoryUrl, own, parentCount)
  const login = author?.login ?? 'ghost'
  const message =
    parentCount === 1
      ? `${title} (#${number})\n\n${body}`
      : `Merge pull request #${number} from fork/pull-${number}\n\n${title}`
  const invented = {
    sha: mergeCommitSha,
    title,
    message,
    authorName: login,
    authorEmail: `${login}@users.noreply.github.com`,
    authorLogin: author && login,
    authoredAt: mergedAt ?? updatedAt,
  }
  const node = commitNode(url, repositoryUrl, invented, parentCount)
  const actor = authorNode(url, author)
  return { ...node, author: { ...node.author, user: actor?.__typename === 'User' ? actor : null } }
}
