import type {
  SimulatedCommit,
  SimulatedFile,
  SimulatedPullRequest,
  SimulatedRepository,
  SimulatedReview,
} from '../types.ts'
import { accountIdOf, nameWithOwner, nodeId, pullRequestId, utcSeconds } from '../world.ts'

/** The account that GitHub shows for pull requests of deleted ones. */
const ghost = { login: 'ghost', databaseId: 10_137 }

const userShape = (url: string, login: string, id: number, bot: boolean) => {
  const shown = bot && !login.endsWith('[bot]') ? `${login}[bot]` : login
  return {
    login: shown,
    id,
    node_id: nodeId(bot ? 'BOT' : 'U', login),
    avatar_url: `${url}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url: `${url}/api/v3/users/${encodeURIComponent(shown)}`,
    html_url: `${url}/${bot ? 'apps/' : ''}${login}`,
    type: bot ? 'Bot' : 'User',
    site_admin: false,
  }
}

const accountShape = (url: string, login: string | null) =>
  login === null ? null : userShape(url, login, accountIdOf(login), login.endsWith('[bot]'))

export const repositoryShape = (url: string, repository: SimulatedRepository) => {
  const { databaseId, defaultBranch, license, name, owner, visibility } = repository
  const fullName = nameWithOwner(repository)
  return {
    id: databaseId,
    node_id: nodeId('R', databaseId),
    name,
    full_name: fullName,
    private: visibility !== 'PUBLIC',
    owner: { ...userShape(url, owner, accountIdOf(owner), false), type: 'Organization' },
    html_url: `${url}/${fullName}`,
    description: null,
    fork: false,
    url: `${url}/api/v3/repos/${fullName}`,
    clone_url: `${url}/${fullName}.git`,
    git_url: `git://${new URL(url).host}/${fullName}.git`,
    default_branch: defaultBranch,
    archived: false,
    disabled: false,
    visibility: visibility.toLowerCase(),
    license: license && {
      key: license.toLowerCase(),
      name: license,
      spdx_id: license,
      url: `${url}/api/v3/licenses/${license.toLowerCase()}`,
      node_id: nodeId('L', license),
    },
  }
}

/** As in a list: without sizes. docs.github.com, "REST API endpoints for pull requests", List pull requests. */
export const pullRequestShape = (url: string, repository: SimulatedRepository, pullRequest: SimulatedPullRequest) => {
  const { author, body, labels, mergedAt, number, state } = pullRequest
  const fullName = nameWithOwner(repository)
  const apiUrl = `${url}/api/v3/repos/${fullName}`
  const { login, databaseId } = author ?? ghost
  const owner = userShape(url, repository.owner, accountIdOf(repository.owner), false)
  return {
    url: `${apiUrl}/pulls/${number}`,
    id: pullRequestId(repository, pullRequest),
    node_id: nodeId('PR', repository.databaseId, number),
    html_url: `${url}/${fullName}/pull/${number}`,
    diff_url: `${url}/${fullName}/pull/${number}.diff`,
    patch_url: `${url}/${fullName}/pull/${number}.patch`,
    issue_url: `${apiUrl}/issues/${number}`,
    commits_url: `${apiUrl}/pulls/${number}/commits`,
    number,
    state: state === 'OPEN' ? 'open' : 'closed',
    locked: false,
    title: pullRequest.title,
    // An empty description is null in REST.
    body: body === '' ? null : body,
    user: userShape(url, login, databaseId, author?.bot === true || login.endsWith('[bot]')),
    labels: labels.map((name) => ({
      id: accountIdOf(name),
      node_id: nodeId('LA', repository.databaseId, name),
      url: `${apiUrl}/labels/${encodeURIComponent(name)}`,
      name,
      description: null,
      color: 'ededed',
      default: false,
    })),
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: utcSeconds(pullRequest.createdAt),
    updated_at: utcSeconds(pullRequest.updatedAt),
    closed_at: state === 'OPEN' ? null : utcSeconds(mergedAt ?? pullRequest.updatedAt),
    merged_at: mergedAt && utcSeconds(mergedAt),
    merge_commit_sha: pullRequest.mergeCommitSha,
    draft: false,
    head: { label: `fork:pull-${number}`, ref: `pull-${number}`, sha: pullRequest.headSha, user: null, repo: null },
    base: {
      label: `${repository.owner}:${pullRequest.baseRef}`,
      ref: pullRequest.baseRef,
      sha: pullRequest.baseSha ?? repository.headSha,
      user: owner,
      repo: repositoryShape(url, repository),
    },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
  }
}

/** As alone: with sizes. */
export const fullPullRequestShape = (
  url: string,
  repository: SimulatedRepository,
  pullRequest: SimulatedPullRequest,
) => ({
  ...pullRequestShape(url, repository, pullRequest),
  merged: pullRequest.state === 'MERGED',
  mergeable: null,
  rebaseable: null,
  mergeable_state: 'unknown',
  merged_by: null,
  comments: 0,
  review_comments: 0,
  maintainer_can_modify: false,
  commits: pullRequest.commits.length,
  additions: pullRequest.additions,
  deletions: pullRequest.deletions,
  changed_files: pullRequest.changedFiles,
})

const fileStatus = { ADDED: 'added', DELETED: 'removed', MODIFIED: 'modified', RENAMED: 'renamed' } as const

export const fileShape = (url: string, repository: SimulatedRepository, head: string, file: SimulatedFile) => {
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  const ownUrl = `${url}/${nameWithOwner(repository)}`
  return {
    sha: head,
    filename: file.path,
    status: fileStatus[file.changeType],
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${ownUrl}/blob/${head}/${path}`,
    raw_url: `${ownUrl}/raw/${head}/${path}`,
    contents_url: `${url}/api/v3/repos/${nameWithOwner(repository)}/contents/${path}?ref=${head}`,
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  }
}

export const commitShape = (url: string, repository: SimulatedRepository, commit: SimulatedCommit) => {
  const apiUrl = `${url}/api/v3/repos/${nameWithOwner(repository)}`
  const person = { name: commit.authorName, email: commit.authorEmail, date: utcSeconds(commit.authoredAt) }
  return {
    url: `${apiUrl}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    html_url: `${url}/${nameWithOwner(repository)}/commit/${commit.sha}`,
    comments_url: `${apiUrl}/commits/${commit.sha}/comments`,
    commit: {
      url: `${apiUrl}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.sha, url: `${apiUrl}/git/trees/${commit.sha}` },
    },
    author: accountShape(url, commit.authorLogin),
    committer: accountShape(url, commit.authorLogin),
    parents: [],
  }
}

export const reviewShape = (url: string, repository: SimulatedRepository, number: number, review: SimulatedReview) => {
  const id = accountIdOf(review.id)
  const htmlUrl = `${url}/${nameWithOwner(repository)}/pull/${number}#pullrequestreview-${id}`
  const pullRequestUrl = `${url}/api/v3/repos/${nameWithOwner(repository)}/pulls/${number}`
  return {
    id,
    node_id: review.id,
    user: accountShape(url, review.reviewer),
    body: review.body,
    state: review.state,
    html_url: htmlUrl,
    pull_request_url: pullRequestUrl,
    _links: { html: { href: htmlUrl }, pull_request: { href: pullRequestUrl } },
    submitted_at: utcSeconds(review.submittedAt),
    commit_id: null,
    author_association: 'MEMBER',
  }
}
