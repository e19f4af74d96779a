import type { FetchProgress } from '../git/cached-clone.ts'
import type { Environment } from '../git/run-git.ts'
import type { Gap, SourceDescription, SourcePullRequest } from '../pull-request-source.ts'
import { apiDetails } from './api-details.ts'
import { createGitDetails, type GitDetails } from './git-details.ts'
import type { GitHubClient } from './github-client.ts'
import type { ReadPullRequest } from './parts.ts'
import { openPullRequestClone } from './pull-request-clone.ts'
import type { Transport } from './queries.ts'
import { createPageReader, type PageReader } from './read-pages.ts'
import { toPullRequest } from './to-pull-request.ts'

export type RowsReaderOptions = {
  readonly client: GitHubClient
  readonly description: SourceDescription
  readonly transport: Transport
  readonly cacheDirectory: string
  readonly requestTimeoutMs: number
  readonly signal: AbortSignal
  readonly environment?: Environment | undefined
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined
}

export type ReadRows = {
  readonly reader: PageReader
  /** Adds files and commits. */
  complete(
    read: readonly ReadPullRequest[],
  ): Promise<{ readonly pullRequests: readonly SourcePullRequest[]; readonly gaps: readonly Gap[] }>
}

/** Reads from the API and, where there is one, from the clone; it is made when there is something to read, and once. */
export const createRowsReader = (options: RowsReaderOptions): ((largest?: number) => Promise<ReadRows>) => {
  const { client, description, transport } = options
  const [owner = '', name = ''] = description.name.split('/')
  let details: Promise<GitDetails | null> | undefined

  return async (largest) => {
    if (transport === 'git') {
      details ??= openDetails(options).catch((error: unknown) => {
        details = undefined
        throw error
      })
    }
    const fromGit = (await details) ?? null
    return {
      reader: createPageReader(client, { owner, name }, { transport: fromGit ? 'git' : 'api', largest }),
      async complete(read) {
        const found = fromGit ? await fromGit.of(read.map(({ row }) => row)) : read.map(apiDetails)
        const mapped = read.flatMap((pullRequest, at) => {
          const of = found[at]
          return of ? [toPullRequest(pullRequest, of, description.name)] : []
        })
        return {
          pullRequests: mapped.map(({ pullRequest }) => pullRequest),
          gaps: mapped.flatMap(({ gaps }) => [...gaps]),
        }
      },
    }
  }
}

/** How many times its request timeout git waits for a server that is silent: it may have much to pack. */
const SILENT_TIMEOUTS = 6

const openDetails = async (options: RowsReaderOptions): Promise<GitDetails | null> => {
  const { client, description, signal } = options
  const { origin: url, defaultBranch: branch, head: sha } = description
  const clone = await openPullRequestClone({
    url,
    cacheDirectory: options.cacheDirectory,
    token: client.credentials.token,
    head: { branch, sha },
    limited: () => client.park({ until: null, resource: 'all' }),
    silenceMs: options.requestTimeoutMs * SILENT_TIMEOUTS,
    environment: options.environment ?? {},
    signal,
    onProgress: options.onProgress,
  })
  return clone && createGitDetails(clone)
}
