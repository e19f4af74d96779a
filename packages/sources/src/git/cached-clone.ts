import { createHash } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedRemote } from '../remote/check-remote-url.ts'
import { SourceEmpty, SourceFetchFailed } from '../source-errors.ts'
import { type GitConfig, type GitContext, runGit, startGit } from './run-git.ts'

export type FetchProgress = { readonly phase: string; readonly done: number; readonly total: number }

export type CachedCloneOptions = {
  readonly url: string
  /** Absent for `file:` addresses, which speak to no network. */
  readonly remote?: CheckedRemote | undefined
  readonly cacheDirectory: string
  readonly token?: string | undefined
  readonly context: Pick<GitContext, 'environment' | 'signal'>
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined
}

/**
 * Brings the default branch of a remote repository into a bare repository of its own under the cache directory,
 * or what is new of it when it is there already. Blobs come along: counting lines needs them.
 * A fetch that was interrupted leaves the old state; the next one goes on from it.
 */
export const updateCachedClone = async (options: CachedCloneOptions): Promise<string> => {
  const { url, cacheDirectory, context } = options
  const gitDirectory = cloneOf(url, cacheDirectory)
  await mkdir(cacheDirectory, { recursive: true, mode: 0o700 })
  const network: GitContext = {
    ...context,
    protocols: [options.remote?.protocol ?? 'file'],
    config: remoteConfig(options),
    useOperatorConfig: true,
  }
  const made = await runGit(['init', '--quiet', '--bare', '--template=', '--', gitDirectory], {
    ...context,
    protocols: [],
  })
  if (made.code !== 0) throw SourceFetchFailed(url, made.stderr)

  const { branch, pullRequestHeads } = await listRemote(url, network)
  await fetchBranch(gitDirectory, branch, options, network)
  const pointed = await runGit(['--git-dir', gitDirectory, 'symbolic-ref', 'HEAD', branch.localRef], {
    ...context,
    protocols: [],
  })
  if (pointed.code !== 0) throw SourceFetchFailed(url, pointed.stderr)
  await replaceFile(join(gitDirectory, pullRequestHeadsFile), pullRequestHeads)
  return gitDirectory
}

/**
 * Heads of the remote's pull requests as `git ls-remote` lists them, beside the clone: their commits are not fetched,
 * but their names tell which pull request a commit of the default branch is.
 */
export const pullRequestHeadsFile = 'assay-pull-request-heads'

const replaceFile = async (path: string, text: string) => {
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

const cloneOf = (url: string, cacheDirectory: string) =>
  join(cacheDirectory, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.git`)

/** Removes the clone of a remote repository. @returns whether there was one. */
export const removeCachedClone = async (clone: { url: string; cacheDirectory: string }): Promise<boolean> => {
  const gitDirectory = cloneOf(clone.url, clone.cacheDirectory)
  const existed = await stat(gitDirectory).then(
    () => true,
    () => false,
  )
  await rm(gitDirectory, { recursive: true, force: true })
  return existed
}

type RemoteBranch = { readonly remoteRef: string; readonly localRef: string }

const listRemote = async (
  url: string,
  network: GitContext,
): Promise<{ branch: RemoteBranch; pullRequestHeads: string }> => {
  const answer = await runGit(['ls-remote', '--symref', '--', url, 'HEAD', 'refs/pull/*/head'], network)
  if (answer.code !== 0) throw SourceFetchFailed(url, answer.stderr)
  const named = /^ref: (refs\/heads\/\S+)\tHEAD$/m.exec(answer.stdout)?.[1]
  const born = /^[0-9a-f]{40,64}\tHEAD$/m.test(answer.stdout)
  if (!born) throw SourceEmpty(url, 'HEAD')
  return {
    branch: { remoteRef: named ?? 'HEAD', localRef: named ?? 'refs/heads/HEAD' },
    pullRequestHeads: answer.stdout
      .split('\n')
      .filter((line) => line.includes('\trefs/pull/'))
      .join('\n'),
  }
}

const fetchBranch = async (
  gitDirectory: string,
  branch: RemoteBranch,
  { url, onProgress }: CachedCloneOptions,
  network: GitContext,
) => {
  const git = startGit(
    [
      '--git-dir',
      gitDirectory,
      'fetch',
      '--progress',
      '--force',
      '--no-tags',
      '--no-recurse-submodules',
      '--update-head-ok',
      '--',
      url,
      `+${branch.remoteRef}:${branch.localRef}`,
    ],
    network,
    onProgress && reportProgress(onProgress),
  )
  git.stdin.end()
  for await (const _ of git.stdout);
  const { code, stderr } = await git.ended
  if (code !== 0) throw SourceFetchFailed(url, stderr)
}

/**
 * The token goes to this one server only, and no redirect is followed: it could lead to a private address.
 * curl is told to use the addresses that were checked.
 */
const remoteConfig = ({ remote, token }: CachedCloneOptions): GitConfig => {
  if (remote?.protocol !== 'https') return []
  const origin = `https://${bracketed(remote.host)}:${remote.port}`
  const credentials = token && Buffer.from(`x-access-token:${token}`).toString('base64')
  return [
    ['http.followRedirects', 'false'],
    ['http.curloptResolve', `${bracketed(remote.host)}:${remote.port}:${remote.addresses.map(bracketed).join(',')}`],
    ...(credentials ? ([[`http.${origin}/.extraHeader`, `Authorization: Basic ${credentials}`]] as const) : []),
  ]
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** `Receiving objects:  45% (123/456)` on stderr. */
const reportProgress = (onProgress: (progress: FetchProgress) => void) => (text: string) => {
  for (const match of text.matchAll(/([A-Z][a-z]+ [a-z]+):\s+\d+% \((\d+)\/(\d+)\)/g)) {
    onProgress({ phase: match[1] ?? '', done: Number(match[2]), total: Number(match[3]) })
  }
}
