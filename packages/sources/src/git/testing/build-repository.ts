import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Commit = {
  readonly message: string
  /** Contents by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly author?: string
}

/** A folder that is gone when the test file is. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'assay-sources-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A real git repository, one minute between commits, Ada the committer of all. */
export const buildRepository = (path: string) => {
  let minute = 0
  const git = (args: readonly string[], author = 'Ada', input?: string): string => {
    const date = `2024-05-01T10:${String(minute).padStart(2, '0')}:00+02:00`
    const result = spawnSync('git', ['-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main', ...args], {
      cwd: path,
      encoding: 'utf8',
      input,
      env: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: author,
        GIT_AUTHOR_EMAIL: `${author}@Example.org`,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
        GIT_COMMITTER_DATE: date,
      },
    })
    if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`)
    return result.stdout.trim()
  }
  const commit = async ({ message, files = {}, author }: Commit): Promise<string> => {
    minute += 1
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true })
      await writeFile(join(path, name), content)
    }
    git(['add', '--all'])
    git(['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '--file=-'], author, message)
    return git(['rev-parse', 'HEAD'])
  }
  git(['init', '--quiet'])

  return {
    path,
    git,
    commit,
    rename: (from: string, to: string) => rename(join(path, from), join(path, to)),
    remove: (name: string) => rm(join(path, name), { recursive: true }),
    write: (name: string, content: string) => writeFileSync(join(path, name), content),

    /** Merges branches of one commit each, made by their own authors. */
    merge: async (message: string, branches: readonly Commit[]): Promise<string> => {
      const names: string[] = []
      for (const [index, branch] of branches.entries()) {
        const name = `branch-${minute}-${index}`
        git(['checkout', '--quiet', '-b', name, 'main'])
        await commit(branch)
        names.push(name)
      }
      git(['checkout', '--quiet', 'main'])
      minute += 1
      git(['merge', '--quiet', '--no-ff', '-m', message, ...names])
      return git(['rev-parse', 'HEAD'])
    },
  }
}
