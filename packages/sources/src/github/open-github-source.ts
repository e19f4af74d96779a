import type { FetchProgress } from '../git/cached-clone.ts'
import type { Environment } from '../git/run-git.ts'
import type { Gap, PullRequestPage, PullRequestSource, SourceDescription } from '../pull-request-source.ts'
import { GitHubAnswerBroken, GitHubTokenMissing, SourceEmpty } from '../source-errors.ts'
import { repositoryAnswer } from './answers.ts'
import { apiDetails } from './api-details.ts'
import { type Clock, systemClock } from './clock.ts'
import type { GitHubAuth } from './credentials.ts'
import { createGitDetails, type GitDetails } from './git-details.ts'
import { createGitHubClient, type GitHubClient } from './github-client.ts'
import type { ReadPullRequest } from './parts.ts'
import { openPullRequestClone } from './pull-request-clone.ts'
import { repositoryQuery, type Transport } from './queries.ts'
import type { RateBudget } from './rate-budget.ts'
import { createPageReader } from './read-pages.ts'
import { type ReadRows, readRun } from './read-run.ts'
import { isFullRun, readRunCursor } from './run-cursor.ts'
import { toPullRequest } from './to-pull-request.ts'

export type GitHubSourceOptions = {
  readonly owner: string
  readonly name: string
  readonly auth: GitHubAuth
  /** `https://api.github.com`; for GitHub Enterprise `https://HOST/api/v3`. */
  readonly apiUrl?: string
  /** The address that `/OWNER/NAME.git` follows. http is spoken only when it says so. */
  readonly gitUrl?: string
  /** Where files and commits come from. A clone that is refused falls back to the API for the run. */
  readonly transport: Transport
  readonly cacheDirectory: string
  readonly budget: RateBudget
  readonly clock?: Clock
  readonly requestTimeoutMs?: number
  readonly signal?: AbortSignal
  /** The process environment; git sees PATH, HOME, proxies and certificates of it. */
  readonly environment?: Environment
  readonly onProgress?: (progress: FetchProgress) => void
  readonly userAgent?: string
}

const REQUEST_TIMEOUT_MS = 10_000

/**
 * Opens a repository on GitHub as a source of merged pull requests, the newest change first.
 * @throws GitHubTokenMissing, GitHubTokenRefused, GitHubRepositoryNotVisible, GitHubForbidden, GitHubAnswerBroken,
 * SourceEmpty, RateLimited; SourceFetchFailed, when it reads.
 */
export const openGitHubSource = async (options: GitHubSourceOptions): Promise<PullRequestSource> => {
  const gitUrl = (options.gitUrl ?? 'https://github.com').replace(/\/$/, '')
  const closing = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal
  if (options.auth.kind === 'anonymous') {
    const asked = `${options.owner}/${options.name}`
    throw GitHubTokenMissing(asked, `${gitUrl}/${asked}.git`)
  }
  const client = createGitHubClient({
    repository: `${options.owner}/${options.name}`,
    apiUrl: options.apiUrl ?? 'https://api.github.com',
    auth: options.auth,
    budget: options.budget,
    clock: options.clock ?? systemClock,
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    signal,
    userAgent: options.userAgent ?? 'assay',
  })
  const { description, total } = await readRepository(client, options, gitUrl)
  const [owner = '', name = ''] = description.name.split('/')
  const repository = { owner, name }

  /** The clone is made when there is something to read, and once. */
  let details: Promise<GitDetails | null> | undefined
  const detailsFromGit = async () => {
    details ??= openDetails(client, options, description, signal)
    return details
  }

  const readRows = async (largest?: number): Promise<ReadRows> => {
    const fromGit = options.transport === 'git' ? await detailsFromGit() : null
    const reader = createPageReader(client, repository, { transport: fromGit ? 'git' : 'api', largest })
    const complete = async (read: readonly ReadPullRequest[]) => {
      const found = fromGit ? await fromGit.of(read.map(({ row }) => row)) : read.map(apiDetails)
      const mapped = read.flatMap((pullRequest, at) => {
        const of = found[at]
        return of ? [toPullRequest(pullRequest, of, description.name)] : []
      })
      return {
        pullRequests: mapped.map(({ pullRequest }) => pullRequest),
        gaps: mapped.flatMap(({ gaps }): readonly Gap[] => gaps),
      }
    }
    return { reader, complete }
  }

  return {
    describe: () => description,

    async expect(after) {
      const cursor = readRunCursor(after)
      const isFull = cursor.run?.isFull ?? isFullRun(cursor)
      return { inRun: isFull ? Math.max(0, total - (cursor.run?.given ?? 0)) : null, inAll: total }
    },

    pullRequests: ({ after, pageSize }) => {
      if (pageSize !== undefined && (!Number.isSafeInteger(pageSize) || pageSize < 1)) {
        throw new RangeError('pageSize must be a whole number of 1 or more')
      }
      return readRun({ client, repository, cursor: readRunCursor(after), readRows: () => readRows(pageSize) })
    },

    async pullRequest(number): Promise<PullRequestPage | null> {
      const { reader, complete } = await readRows()
      const read = await reader.one(number)
      // It stands outside the list by change, so there is nothing to go on from.
      return read && { ...(await complete([read])), cursor: '' }
    },

    close: async () => closing.abort(new Error('The source was closed')),
  }
}

/** How many times its request timeout git waits for a server that is silent: it may have much to pack. */
const SILENT_TIMEOUTS = 6

const openDetails = async (
  client: GitHubClient,
  options: GitHubSourceOptions,
  { origin: url, defaultBranch: branch, head: sha }: SourceDescription,
  signal: AbortSignal,
) => {
  const clone = await openPullRequestClone({
    url,
    cacheDirectory: options.cacheDirectory,
    token: client.credentials.token,
    head: { branch, sha },
    limited: () => client.park({ until: null, resource: 'all' }),
    silenceMs: (options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS) * SILENT_TIMEOUTS,
    environment: options.environment ?? {},
    signal,
    onProgress: options.onProgress,
  })
  return clone && createGitDetails(clone)
}

/** GitHub answers for the old name of a repository that moved, with the new name in the answer. */
const readRepository = async (
  client: GitHubClient,
  { owner, name }: GitHubSourceOptions,
  gitUrl: string,
): Promise<{ description: SourceDescription; total: number }> => {
  const answer = await client.query({
    asked: `the repository '${owner}/${name}'`,
    query: repositoryQuery,
    variables: { owner, name },
    points: 1,
    schema: repositoryAnswer,
    isSmallest: true,
  })
  if (answer.kind !== 'data') throw GitHubAnswerBroken(`the repository '${owner}/${name}'`, answer.kind)
  const { nameWithOwner, visibility, licenseInfo, defaultBranchRef, pullRequests } = answer.data.repository
  if (!defaultBranchRef?.target) throw SourceEmpty(nameWithOwner, defaultBranchRef?.name ?? 'HEAD')
  const license = licenseInfo?.spdxId ?? null
  return {
    description: {
      kind: 'github',
      name: nameWithOwner,
      defaultBranch: defaultBranchRef.name,
      head: defaultBranchRef.target.oid,
      origin: `${gitUrl}/${nameWithOwner}.git`,
      shallow: false,
      visibility: visibilities[visibility],
      // GitHub's word for a licence file that it does not know.
      license: license === 'NOASSERTION' ? null : license,
    },
    total: pullRequests.totalCount,
  }
}

const visibilities = { PUBLIC: 'public', PRIVATE: 'private', INTERNAL: 'internal' } as const
