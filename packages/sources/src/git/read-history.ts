import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAssayError } from '@assay/contracts'
import { SourceCursorUnknown, SourceHistoryUnreadable } from '../source-errors.ts'
import { pullRequestHeadsFile } from './cached-clone.ts'
import { createCommitFormat, type HistoryCommit, parseCommits } from './commit-stream.ts'
import { createDiffReader } from './diff-reader.ts'
import { type GitContext, runGit, startGit } from './run-git.ts'

export type HistoryRange = { readonly after?: string | undefined; readonly until: string }

/** How much of a commit's change could be read when objects are missing. */
export type SalvagedCommit =
  | { readonly commit: HistoryCommit; readonly known: 'all'; readonly patchId: string | null }
  /** With what git said is missing. */
  | { readonly commit: HistoryCommit; readonly known: 'paths' | 'nothing'; readonly reason: string }

export type History = ReturnType<typeof createHistory>

const firstParent = ['--reverse', '--first-parent'] as const
const noPatch = ['--no-patch'] as const
/** Needs trees only, so it works where file contents are missing. */
const namesOnly = [
  '--diff-merges=first-parent',
  '--name-only',
  '--no-renames',
  '--no-ext-diff',
  '--no-relative',
] as const

const pullRequestHead = /^([0-9a-f]{40,64})\trefs\/pull\/([1-9]\d{0,8})\/head$/gm

const readIfThere = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    // A linked work tree's `.git` is a file, not a folder.
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return ''
    throw cause
  })

/** Reads the history of one git directory, oldest commit first, streaming. */
export const createHistory = (gitDirectory: string, origin: string, context: GitContext) => {
  const git = (...args: string[]) => ['--git-dir', gitDirectory, ...args]

  /**
   * Gives a commit only when git has begun the next one or has ended well: what git printed last before it died may be
   * cut off.
   * @throws SourceHistoryUnreadable when it ends part-way.
   */
  async function* log(args: readonly string[], input = ''): AsyncGenerator<HistoryCommit> {
    const format = createCommitFormat()
    const running = startGit(git('log', '-z', '--encoding=UTF-8', '--no-color', format.argument, ...args), context)
    running.stdin.end(input)
    try {
      let whole: HistoryCommit | undefined
      for await (const commit of parseCommits(running.stdout, format)) {
        if (whole) yield whole
        whole = commit
      }
      const { code, stderr } = await running.ended
      if (code !== 0) throw SourceHistoryUnreadable(origin, stderr)
      if (whole) yield whole
    } finally {
      running.stop()
    }
  }

  const inRange = ({ after, until }: HistoryRange) => (after === undefined ? [until, '--'] : [until, `^${after}`, '--'])

  return {
    /** Messages of the first-parent commits only: a tenth of a second for ten thousand commits. */
    messages: (range: HistoryRange) => log([...firstParent, ...noPatch, ...inRange(range)]),

    /** The given commits, in that order. */
    named: (shas: readonly string[]) =>
      log(['--no-walk=unsorted', '--stdin', ...noPatch, '--'], `${shas.join('\n')}\n`),

    diffReader: () => createDiffReader(gitDirectory, context),

    /**
     * Every commit of the range, so ordered that what a merge brought stands between its first parent and the merge
     * itself: git shows no parent before all its children and does not mix lines of history.
     */
    withSideBranches: (range: HistoryRange) => log(['--topo-order', '--reverse', ...noPatch, ...inRange(range)]),

    /** As much of a commit as its objects allow, where its diff cannot be read for the given reason. */
    salvage: async (commit: HistoryCommit, reason: string): Promise<SalvagedCommit> => {
      for await (const paths of orNothing(log(['--no-walk', ...namesOnly, commit.sha, '--']))) {
        return { commit: paths, known: 'paths', reason }
      }
      return { commit, known: 'nothing', reason }
    },

    /** @throws SourceCursorUnknown unless `after` is an ancestor of `until`. */
    assertBehind: async (after: string, until: string): Promise<void> => {
      if (!/^[0-9a-f]{40,64}$/.test(after)) throw SourceCursorUnknown(after)
      const { code } = await runGit(git('merge-base', '--is-ancestor', after, until), context)
      if (code !== 0) throw SourceCursorUnknown(after)
    },

    /** Heads of pull requests, `refs/pull/N/head`, that a mirror carries or the remote listed: numbers by commit. */
    pullRequestHeads: async (): Promise<ReadonlyMap<string, readonly number[]>> => {
      const { code, stdout, stderr } = await runGit(
        git('for-each-ref', '--format=%(objectname)%09%(refname)', 'refs/pull/*/head'),
        context,
      )
      if (code !== 0) throw SourceHistoryUnreadable(origin, stderr)
      const heads = new Map<string, number[]>()
      const listed = await readIfThere(join(gitDirectory, pullRequestHeadsFile))
      for (const [, sha = '', number] of `${stdout}\n${listed}`.matchAll(pullRequestHead)) {
        heads.set(sha, [...new Set([...(heads.get(sha) ?? []), Number(number)])])
      }
      return heads
    },
  }
}

const isUnreadable = (error: unknown): boolean => isAssayError(error) && error.code === 'SOURCE_HISTORY_UNREADABLE'

/** What cannot be read is left out. */
async function* orNothing(commits: AsyncGenerator<HistoryCommit>): AsyncGenerator<HistoryCommit> {
  try {
    yield* commits
  } catch (error) {
    if (!isUnreadable(error)) throw error
  }
}
