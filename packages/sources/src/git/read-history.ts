import { SourceCursorUnknown, SourceHistoryUnreadable } from '../source-errors.ts'
import { createCommitFormat, type HistoryCommit, parseCommits } from './commit-stream.ts'
import { type GitContext, runGit, startGit } from './run-git.ts'

export type HistoryRange = { readonly after?: string | undefined; readonly until: string }

export type History = ReturnType<typeof createHistory>

/** Reads the first-parent history of one git directory, oldest commit first, streaming. */
export const createHistory = (gitDirectory: string, origin: string, context: GitContext) => {
  const git = (...args: string[]) => ['--git-dir', gitDirectory, ...args]

  /** A history that ends part-way is an error: git's exit code is read before the last commit counts as the last. */
  async function* read(range: HistoryRange, detail: readonly string[]): AsyncGenerator<HistoryCommit> {
    const format = createCommitFormat()
    const commits = range.after === undefined ? [range.until] : [range.until, `^${range.after}`]
    const running = startGit(
      git(
        'log',
        '-z',
        '--reverse',
        '--first-parent',
        '--encoding=UTF-8',
        '--no-color',
        format.argument,
        ...detail,
        ...commits,
        '--',
      ),
      context,
    )
    running.stdin.end()
    try {
      yield* parseCommits(running.stdout, format)
      const { code, stderr } = await running.ended
      if (code !== 0) throw SourceHistoryUnreadable(origin, stderr)
    } finally {
      running.stop()
    }
  }

  return {
    /** Messages only: a tenth of a second for ten thousand commits. */
    messages: (range: HistoryRange) => read(range, ['--no-patch']),

    /** With what each commit changed against its first parent, renames detected, no external program run. */
    changes: (range: HistoryRange) =>
      read(range, [
        '--diff-merges=first-parent',
        '--numstat',
        '--find-renames',
        '--no-ext-diff',
        '--no-textconv',
        '--diff-algorithm=myers',
        '--no-relative',
      ]),

    /** @throws SourceCursorUnknown unless `after` is an ancestor of `until`. */
    assertBehind: async (after: string, until: string): Promise<void> => {
      if (!/^[0-9a-f]{40,64}$/.test(after)) throw SourceCursorUnknown(after)
      const { code } = await runGit(git('merge-base', '--is-ancestor', after, until), context)
      if (code !== 0) throw SourceCursorUnknown(after)
    },

    /** Authors of commits by their sha, for a page's worth of them. */
    authorsOf: async (shas: readonly string[]): Promise<ReadonlyMap<string, { name: string; email: string }>> => {
      if (shas.length === 0) return new Map()
      const { code, stdout, stderr } = await runGit(
        git(
          'log',
          '-z',
          '--no-walk=unsorted',
          '--no-patch',
          '--encoding=UTF-8',
          '--format=%H%x00%an%x00%ae',
          '--stdin',
        ),
        context,
        `${shas.join('\n')}\n`,
      )
      if (code !== 0) throw SourceHistoryUnreadable(origin, stderr)
      const parts = stdout.split('\0')
      const authors = new Map<string, { name: string; email: string }>()
      for (let at = 0; at + 2 < parts.length; at += 3) {
        authors.set(parts[at] ?? '', { name: parts[at + 1] ?? '', email: parts[at + 2] ?? '' })
      }
      return authors
    },
  }
}
