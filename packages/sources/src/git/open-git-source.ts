import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Gap, PullRequestSource, SourceDescription } from '../pull-request-source.ts'
import { checkRemoteUrl } from '../remote/check-remote-url.ts'
import {
  SourceCursorUnknown,
  SourceEmpty,
  SourceLocalPathRefused,
  SourceLocationInvalid,
  SourceNotARepository,
} from '../source-errors.ts'
import { type FetchProgress, updateCachedClone } from './cached-clone.ts'
import { readLicense } from './license.ts'
import { findGitDirectory, type GitLocation, readLocation, repositoryName } from './locate-repository.ts'
import { mergedPullRequests } from './merged-pull-requests.ts'
import { createHistory, type History } from './read-history.ts'
import { type Environment, type GitContext, runGit } from './run-git.ts'
import { type Survey, surveyHistory } from './survey-history.ts'

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

const DEFAULT_PAGE_SIZE = 100

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
  const surveyBehind = rememberLast((after: string | null) => survey(history, after, description.head))
  const shallow = shallowBoundary.size > 0

  return {
    describe: () => ({ ...description, shallow }),

    async expect(after) {
      const { total, totalBehind } = await surveyBehind(after)
      return { inRun: totalBehind, inAll: total }
    },

    async *pullRequests({ after, pageSize = DEFAULT_PAGE_SIZE }) {
      if (!Number.isSafeInteger(pageSize) || pageSize < 1)
        throw new RangeError('pageSize must be a whole number of 1 or more')
      const surveyed = await surveyBehind(after)
      const range = { after: readCursor(after)?.sha, until: description.head }
      for await (const page of mergedPullRequests(history, range, { survey: surveyed, shallowBoundary, pageSize })) {
        const isLast = page.cursor === description.head
        const gaps = isLast && shallow ? [...page.gaps, olderHistoryMissing(surveyed.total)] : page.gaps
        yield { ...page, gaps, cursor: writeCursor(surveyed.units, page.cursor) }
      }
    },

    async inventory() {
      const surveyed = await surveyBehind(null)
      if (surveyed.units === 'pull-requests') return { numbers: surveyed.numbers(), changeUnits: [] }
      const changeUnits: string[] = []
      for await (const { sha } of history.messages({ until: description.head })) changeUnits.push(sha)
      return { numbers: [], changeUnits }
    },

    close: async () => closing.abort(new Error('The source was closed')),
  }
}

const CURSOR = /^(commits:)?([0-9a-f]{40,64})$/

/** A cursor is a commit, and says whether commits themselves were the units: they are not once pull requests begin. */
const writeCursor = (units: Survey['units'], sha: string) => (units === 'commits' ? `commits:${sha}` : sha)

const readCursor = (cursor: string | null) => {
  if (cursor === null) return undefined
  const [, commits, sha] = CURSOR.exec(cursor) ?? []
  if (sha === undefined) throw SourceCursorUnknown(cursor)
  return { sha, units: commits ? 'commits' : 'pull-requests' } as const
}

const survey = async (history: History, after: string | null, until: string): Promise<Survey> => {
  const cursor = readCursor(after)
  if (cursor) await history.assertBehind(cursor.sha, until)
  const surveyed = await surveyHistory(history, { after: cursor?.sha, until })
  if (cursor && after !== null && cursor.units !== surveyed.units) throw SourceCursorUnknown(after)
  return surveyed
}

/** A count and the pages after it read the same survey. */
const rememberLast = <Key, Value>(make: (key: Key) => Promise<Value>) => {
  let last: { key: Key; value: Promise<Value> } | undefined
  return (key: Key): Promise<Value> => {
    if (!last || last.key !== key) last = { key, value: make(key) }
    return last.value
  }
}

const olderHistoryMissing = (found: number): Gap => ({
  connection: 'pull-requests',
  number: null,
  sha: null,
  expected: null,
  found,
  reason: 'shallow-clone',
  message:
    'The clone is shallow: what was merged before it begins is not in it. Run git fetch --unshallow, or give a full clone.',
})

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
  const verified = await runGit(
    ['--git-dir', gitDirectory, 'rev-parse', '--quiet', '--verify', 'HEAD^{commit}'],
    context,
  )
  if (verified.code !== 0) throw SourceEmpty(origin, defaultBranch)
  const head = verified.stdout.trim()
  const license = await readLicense(gitDirectory, head, context)
  return { kind: 'git', name: repositoryName(location), defaultBranch, head, origin, visibility: 'unknown', license }
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
