import type { FetchProgress } from '../git/cached-clone.ts'
import type { Environment } from '../git/run-git.ts'
import type { PullRequestPage, PullRequestSource, SourceDescription } from '../pull-request-source.ts'
import { GitHubAnswerBroken, GitHubTokenMissing, SourceEmpty } from '../source-errors.ts'
import { repositoryAnswer } from './answers.ts'
import { type Clock, systemClock } from './clock.ts'
import type { GitHubAuth } from './credentials.ts'
import { createGitHubClient, type GitHubClient } from './github-client.ts'
import { repositoryQuery, type Transport } from './queries.ts'
import type { RateBudget } from './rate-budget.ts'
import { createRowsReader } from './read-rows.ts'
import { readRun } from './read-run.ts'
import { isFullRun, readRunCursor } from './run-cursor.ts'

export type GitHubSourceOptions = {
  readonly owner: string
  readonly name: string
  readonly auth: GitHubAuth
  /** `https://api.github.com`; for GitHub Enterprise `https://HOST/api/v3`. */
  readonly apiUrl?: string | undefined
  /** The address that `/OWNER/NAME.git` follows. http is spoken only when it says so. */
  readonly gitUrl?: string | undefined
  /** Where files and commits come from. A clone that is refused falls back to the API for the run. */
  readonly transport: Transport
  readonly cacheDirectory: string
  readonly budget: RateBudget
  readonly clock?: Clock | undefined
  readonly requestTimeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** The process environment; git sees PATH, HOME, proxies and certificates of it. */
  readonly environment?: Environment | undefined
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined
  readonly userAgent?: string | undefined
}

const REQUEST_TIMEOUT_MS = 10_000

/**
 * Opens a repository on GitHub as a source of merged pull requests, the newest change first.
 * @throws GitHubTokenMissing, GitHubTokenRefused, GitHubRepositoryNotVisible, GitHubForbidden, GitHubAnswerBroken,
 * SourceEmpty, RateLimited; SourceFetchFailed, when it reads.
 */
export const openGitHubSource = async (options: GitHubSourceOptions): Promise<PullRequestSource> => {
  const gitUrl = (options.gitUrl ?? 'https://github.com').replace(/\/$/, '')
  const requestTimeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS
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
    requestTimeoutMs,
    signal,
    userAgent: options.userAgent ?? 'assay',
  })
  const { description, total } = await readRepository(client, options, gitUrl)
  const readRows = createRowsReader({ ...options, client, description, signal, requestTimeoutMs })

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
      return readRun({
        client,
        nameWithOwner: description.name,
        cursor: readRunCursor(after),
        readRows: () => readRows(pageSize),
      })
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
