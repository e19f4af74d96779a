import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedRepository } from '../types.ts'

/** As the simulator runs git: nobody's configuration, any owner's folder. */
export const gitEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'safe.directory',
  GIT_CONFIG_VALUE_0: '*',
  // GitHub serves partial clones and any commit that is asked for by its id.
  GIT_CONFIG_KEY_1: 'uploadpack.allowFilter',
  GIT_CONFIG_VALUE_1: 'true',
  GIT_CONFIG_KEY_2: 'uploadpack.allowAnySHA1InWant',
  GIT_CONFIG_VALUE_2: 'true',
}

export const runGit = (directory: string, args: readonly string[], input = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', directory, ...args], { env: gitEnvironment, stdio: ['pipe', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const complaint: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(output).toString('utf8'))
        : reject(new Error(`git ${args.join(' ')}: ${Buffer.concat(complaint).toString('utf8')}`)),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

export type PullRequestRefs = ReturnType<typeof createPullRequestRefs>

/**
 * Repositories as GitHub serves them: all that the clone has, and `refs/pull/N/head` for every pull request whose head
 * the clone has. A clone itself seldom has those refs and is only read, so they live in a second repository that borrows
 * the clone's objects; it is made anew when the refs have changed.
 */
export const createPullRequestRefs = () => {
  const made = new Map<SimulatedRepository, { refs: string; path: Promise<string> }>()
  const folders: string[] = []

  const make = async (gitDirectory: string, pulls: ReadonlyMap<number, string>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-github-simulator-'))
    folders.push(folder)
    const [clone, existing, present] = await Promise.all([
      runGit(gitDirectory, ['rev-parse', '--absolute-git-dir', '--git-path', 'objects', '--git-path', 'shallow']),
      runGit(gitDirectory, ['for-each-ref', '--format=%(objectname) %(refname)']),
      runGit(
        gitDirectory,
        ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
        [...pulls.values(), ''].join('\n'),
      ),
      runGit(folder, ['init', '--quiet', '--bare', '.']),
    ])
    const head = (await runGit(gitDirectory, ['rev-parse', '--symbolic-full-name', 'HEAD'])).trim()
    const [directory = ''] = clone.split('\n')
    await writeFile(join(folder, 'objects/info/alternates'), `${join(directory, 'objects')}\n`)
    const commits = new Set(
      present.split('\n').flatMap((line) => (line.endsWith(' commit') ? [line.split(' ')[0]] : [])),
    )
    const refs = new Map(
      existing
        .split('\n')
        .filter(Boolean)
        .map((line) => [line.slice(41), line.slice(0, 40)]),
    )
    for (const [number, sha] of pulls) if (commits.has(sha)) refs.set(`refs/pull/${number}/head`, sha)
    const lines = [...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sha]) => `${sha} ${name}\n`)
    await writeFile(join(folder, 'packed-refs'), `# pack-refs with: sorted \n${lines.join('')}`)
    await writeFile(join(folder, 'HEAD'), head.startsWith('refs/') ? `ref: ${head}\n` : `${head}\n`)
    return folder
  }

  return {
    /** The folder to serve. */
    of: (repository: SimulatedRepository, gitDirectory: string): Promise<string> => {
      const pulls = new Map(repository.pullRequests.map(({ number, headSha }) => [number, headSha]))
      const refs = `${gitDirectory} ${repository.headSha} ${JSON.stringify([...pulls])}`
      const known = made.get(repository)
      if (known?.refs === refs) return known.path
      const path = make(gitDirectory, pulls)
      made.set(repository, { refs, path })
      return path
    },
    close: async (): Promise<void> => {
      await Promise.allSettled([...made.values()].map(({ path }) => path))
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}
