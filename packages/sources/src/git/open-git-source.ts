import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { PullRequestSource, SourceDescription } from '../pull-request-source.ts'
import { checkRemoteUrl } from '../remote/check-remote-url.ts'
import { SourceEmpty, SourceLocalPathRefused, SourceLocationInvalid, SourceNotARepository } from '../source-errors.ts'
import { type FetchProgress, updateCachedClone } from './cached-clone.ts'
import { findGitDirectory, type GitLocation, readLocation, repositoryName } from './locate-repository.ts'
import { mergedPullRequests, numbersIn } from './merged-pull-requests.ts'
import { createHistory, type HistoryRange } from './read-history.ts'
import { type Environment, type GitContext, runGit } from './run-git.ts'

export type GitSourceOptions = {
  /** A work tree, a `.git` folder, a bare repository, or an https, ssh, git or file address. */
  readonly location: string
  /** Where clones of remote repositories are kept between runs. */
  readonly cacheDirectory: string
  /** Paths on this machine and `file:` addresses are refused unless the caller says so. */
  readonly allowLocal: boolean
  /** Remote addresses inside private networks are refused unless the caller says so. */
  readonly allowPrivate?: boolean
  /** For https only; it never stands in arguments, logs or messages. */
  readonly token?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** The process environment; git sees PATH, HOME, proxies, certificates and the ssh agent of it, nothing else. */
  readonly environment?: Environment
  readonly onProgress?: (progress: FetchProgress) => void
}

/**
 * Opens a git repository as a source of merged pull requests; a remote one is cloned, or updated, first.
 * The head is fixed here: commits that come later are not seen.
 * @throws SourceLocationInvalid, SourceLocalPathRefused, SourceAddressRefused, SourceAddressUnresolved, SourceNotFound,
 * SourceNotARepository, SourceEmpty, SourceFetchFailed, GitMissing.
 */
export const openGitSource = async (options: GitSourceOptions): Promise<PullRequestSource> => {
  const closing = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, closing.signal]) : closing.signal
  const context: GitContext = { environment: options.environment ?? {}, signal, protocols: [] }

  const location = readLocation(options.location)
  const gitDirectory = await openLocation(location, options, context)
  const description = await describe(gitDirectory, location, context)
  const shallowBoundary = await readShallowBoundary(gitDirectory, context)
  const history = createHistory(gitDirectory, description.origin, context)
  const until = description.head

  const rangeBehind = async (after: string | undefined): Promise<HistoryRange> => {
    if (after !== undefined) await history.assertBehind(after, until)
    return { after, until }
  }
  const numbersUpTo = async (after: string | undefined) =>
    after === undefined ? new Set<number>() : numbersIn(history, { until: after })

  return {
    describe: () => ({ ...description, shallow: shallowBoundary.size > 0 }),

    async countPullRequests({ after } = {}) {
      const range = await rangeBehind(after)
      const known = await numbersUpTo(after)
      let count = 0
      for (const number of await numbersIn(history, range)) if (!known.has(number)) count += 1
      return count
    },

    async *pullRequests({ after, pageSize }) {
      if (!Number.isSafeInteger(pageSize) || pageSize < 1)
        throw new RangeError('pageSize must be a whole number of 1 or more')
      const range = await rangeBehind(after)
      yield* mergedPullRequests(history, range, { known: await numbersUpTo(after), shallowBoundary, pageSize })
    },

    close: async () => closing.abort(new Error('The source was closed')),
  }
}

const openLocation = async (location: GitLocation, options: GitSourceOptions, context: GitContext): Promise<string> => {
  if (location.where !== 'remote' && !options.allowLocal) throw SourceLocalPathRefused(options.location)
  if (location.where === 'local') return findGitDirectory(location.path)
  const remote =
    location.where === 'remote'
      ? await checkRemoteUrl(location.url, { allowPrivate: options.allowPrivate ?? false })
      : undefined
  return updateCachedClone({
    url: remote?.url ?? location.url,
    remote,
    cacheDirectory: resolve(options.cacheDirectory),
    token: options.token,
    context,
    onProgress: options.onProgress,
  })
}

const describe = async (
  gitDirectory: string,
  location: GitLocation,
  context: GitContext,
): Promise<Omit<SourceDescription, 'shallow'>> => {
  const origin = location.where === 'local' ? location.path : location.url
  const branch = await runGit(['--git-dir', gitDirectory, 'symbolic-ref', '--quiet', '--short', 'HEAD'], context)
  if (branch.code > 1) throw notReadable(origin, branch.stderr)
  const defaultBranch = branch.stdout.trim() || 'HEAD'
  const head = await runGit(['--git-dir', gitDirectory, 'rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], context)
  if (head.code !== 0) throw SourceEmpty(origin, defaultBranch)
  return { name: repositoryName(location), defaultBranch, head: head.stdout.trim(), origin }
}

const notReadable = (origin: string, stderr: string) =>
  /not a git repository/i.test(stderr) ? SourceNotARepository(origin) : SourceLocationInvalid(origin, stderr)

/** The commits whose parents a shallow clone left out. */
const readShallowBoundary = async (gitDirectory: string, context: GitContext): Promise<ReadonlySet<string>> => {
  const { stdout } = await runGit(['--git-dir', gitDirectory, 'rev-parse', '--git-path', 'shallow'], context)
  const text = await readFile(stdout.trim(), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw cause
  })
  return new Set(text.split('\n').filter((line) => line !== ''))
}
