import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FetchProgress } from '../git/cached-clone.ts'
import { type Environment, type GitContext, runGit, startGit } from '../git/run-git.ts'
import { SourceFetchFailed } from '../source-errors.ts'

export type CloneOptions = {
  /** `https://github.com/owner/name.git`; http only where the operator's own setting says so. */
  readonly url: string
  readonly cacheDirectory: string
  readonly token: () => Promise<string | undefined>
  /** The branch and commit that GitHub's API names as the default: what a whole answer contains. */
  readonly head: { readonly branch: string; readonly sha: string }
  /** What to do when git is told to come back later. */
  readonly limited: () => Promise<never>
  /** A server that sends nothing for so long has hung up. */
  readonly silenceMs: number
  readonly environment: Environment
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined
}

export type PullRequestClone = {
  readonly gitDirectory: string
  /** For reading: git may speak to nobody. */
  readonly context: GitContext
  /** The objects among these that the clone has. */
  present(shas: readonly string[]): Promise<ReadonlySet<string>>
  /** Heads of pull requests and commits by name; what the server does not have stays missing. */
  fetchMissing(numbers: readonly number[], shas: readonly string[]): Promise<void>
}

/**
 * A bare clone with all branches and the heads of all pull requests, which GitHub keeps as `refs/pull/N/head`.
 * It lies where the git source keeps the clone of the same address, so the two share what they fetched.
 * @returns null when the server refuses the clone to this token.
 * @throws SourceFetchFailed
 */
export const openPullRequestClone = async (options: CloneOptions): Promise<PullRequestClone | null> => {
  const { url, cacheDirectory, environment, signal } = options
  const context: GitContext = { environment, signal, protocols: [] }
  const gitDirectory = join(cacheDirectory, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.git`)
  await mkdir(cacheDirectory, { recursive: true, mode: 0o700 })
  const made = await runGit(['init', '--quiet', '--bare', '--template=', '--', gitDirectory], context)
  if (made.code !== 0) throw SourceFetchFailed(url, made.stderr)

  const local = (args: readonly string[], input?: string) =>
    runGit(['--git-dir', gitDirectory, ...args], context, input)
  const present = async (shas: readonly string[]) => {
    const { stdout } = await local(['cat-file', '--batch-check=%(objecttype) %(objectname)'], `${shas.join('\n')}\n`)
    return new Set([...stdout.matchAll(/^commit ([0-9a-f]+)$/gm)].map(([, sha = '']) => sha))
  }
  /** @returns what is not there, of a server that works: an answer without the default branch is not a whole one. */
  const fetchRefs = async (
    refs: readonly string[],
    prune = false,
  ): Promise<'fetched' | 'refused' | { missing: string }> => {
    const defaultBranch = `refs/heads/${options.head.branch}`
    const all = [`+${defaultBranch}:${defaultBranch}`, ...refs]
    const { code, stderr } = await fetchInto(gitDirectory, all, prune, options)
    if (code === 0) return 'fetched'
    if (/returned error: 429\b/.test(stderr)) return options.limited()
    if (refusedWords.test(stderr)) return 'refused'
    const [, absent] = missingWords.exec(stderr) ?? []
    if (absent !== undefined && absent !== defaultBranch) return { missing: absent }
    throw SourceFetchFailed(url, stderr)
  }

  const { stdout: some } = await local(['for-each-ref', '--count=1', '--format=%(refname)', 'refs/pull/'])
  const branches = '+refs/heads/*:refs/heads/*'
  // Later runs fetch only the heads that a page asks for: the list of all refs alone can be tens of megabytes.
  const wanted = some === '' ? [branches, '+refs/pull/*/head:refs/pull/*/head'] : [branches]
  // A branch `a` that is gone must not be in the way of a new one `a/b`.
  const fetched = await fetchRefs(wanted, true)
  if (fetched === 'refused') return null
  if (!(await present([options.head.sha])).has(options.head.sha)) {
    throw SourceFetchFailed(url, 'its answer lacks the newest commit of the default branch')
  }

  return {
    gitDirectory,
    context,
    present,

    async fetchMissing(numbers, shas) {
      const heads = numbers.map((number) => `+refs/pull/${number}/head:refs/pull/${number}/head`)
      let wanted = [...heads, ...shas]
      // git names one that is gone and fetches none of the others.
      for (let gone = 0; gone < GONE_AT_MOST && wanted.length > 0; gone += 1) {
        const fetched = await fetchRefs(wanted)
        if (typeof fetched === 'string') return
        wanted = wanted.filter((ref) => !ref.includes(fetched.missing))
      }
    },
  }
}

/** A page with more than these that are gone is not worth as many requests; its gaps say what is missing. */
const GONE_AT_MOST = 12

const refusedWords =
  /returned error: 40[134]\b|repository .*not found|authentication failed|could not read (?:username|password)|terminal prompts disabled/i
const missingWords = /(?:couldn't find remote ref|not our ref|unadvertised object) (\S+)/

const fetchInto = async (gitDirectory: string, refs: readonly string[], prune: boolean, options: CloneOptions) => {
  const network: GitContext = {
    environment: options.environment,
    signal: options.signal,
    protocols: [new URL(options.url).protocol.slice(0, -1)],
    config: await remoteConfig(options),
  }
  const quiet = ['--force', '--no-tags', '--no-recurse-submodules', '--update-head-ok', '--no-write-fetch-head']
  const report = options.onProgress
  const git = startGit(
    [
      '--git-dir',
      gitDirectory,
      'fetch',
      '--progress',
      ...quiet,
      prune ? '--prune' : '--no-prune',
      '--stdin',
      '--',
      options.url,
    ],
    network,
    report && ((text) => reportProgress(text, report)),
  )
  git.stdin.end(`${refs.join('\n')}\n`)
  for await (const _ of git.stdout);
  return git.ended
}

/** The token goes to this one server only: no redirect is followed, and no other address gets the header. */
const remoteConfig = async ({ url, token, silenceMs }: CloneOptions) => {
  const secret = await token()
  const credentials = secret && Buffer.from(`x-access-token:${secret}`).toString('base64')
  return [
    ['http.followRedirects', 'false'],
    // What git does afterwards for its own good ends with it.
    ['gc.autoDetach', 'false'],
    ['maintenance.autoDetach', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', String(Math.max(1, Math.ceil(silenceMs / 1_000)))],
    ...(credentials
      ? ([[`http.${new URL(url).origin}/.extraHeader`, `Authorization: Basic ${credentials}`]] as const)
      : []),
  ] as const
}

const reportProgress = (text: string, onProgress: (progress: FetchProgress) => void) => {
  for (const [, phase = '', done, total] of text.matchAll(/([A-Z][a-z]+ [a-z]+):\s+\d+% \((\d+)\/(\d+)\)/g)) {
    onProgress({ phase, done: Number(done), total: Number(total) })
  }
}
