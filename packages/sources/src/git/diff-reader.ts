import { createTally, type FileChanges } from './file-changes.ts'
import { createPartReader, type PartReader } from './part-reader.ts'
import { type GitContext, type RunningGit, startGit } from './run-git.ts'

/** A line that is no object name: `git diff-tree --stdin` prints it again, and everything before it. */
const END_OF_BATCH = '#\n'

type DiffBatch = {
  /** In the order asked for; fewer than asked for when git gave up. */
  readonly changes: readonly FileChanges[]
  /** What git said when it gave up on the first commit that is not in `changes`. */
  readonly gaveUpBecause: string | undefined
}

export type DiffReader = {
  /** One batch at a time. */
  read(commits: readonly { readonly sha: string; readonly parents: readonly string[] }[]): Promise<DiffBatch>
  close(): void
}

/**
 * Asks one long-lived `git diff-tree --stdin` what commits changed against their first parents, renames found: starting
 * git again for every batch costs a third more time. Begins a new one when it gave up.
 */
export const createDiffReader = (gitDirectory: string, context: GitContext): DiffReader => {
  let running: { git: RunningGit; parts: PartReader } | undefined
  const start = () => {
    const git = startGit(['--git-dir', gitDirectory, ...diffTree], context)
    return { git, parts: createPartReader(git.stdout) }
  }
  return {
    async read(commits) {
      running ??= start()
      const { git, parts } = running
      const lines = commits.map(({ sha, parents }) => `${sha}${parents[0] ? ` ${parents[0]}` : ''}\n`)
      git.stdin.write(`${lines.join('')}${END_OF_BATCH}`)
      const { changes, isWhole } = await readBatch(parts)
      if (isWhole) return { changes, gaveUpBecause: undefined }
      running = undefined
      const { stderr } = await git.ended
      // The last one was being printed when git died.
      return { changes: changes.slice(0, -1), gaveUpBecause: stderr }
    },

    close() {
      running?.git.stop()
      running = undefined
    },
  }
}

const diffTree = [
  'diff-tree',
  '--stdin',
  '-z',
  '--root',
  '--always',
  '--numstat',
  '--find-renames',
  '--diff-algorithm=myers',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
] as const

/** Each commit is its name, then `additions TAB deletions TAB path`; a rename has an empty path and two parts more. */
async function readBatch(parts: PartReader): Promise<{ changes: FileChanges[]; isWhole: boolean }> {
  const tallies: ReturnType<typeof createTally>[] = []
  for (;;) {
    const part = await parts.next()
    if (part === undefined || part === END_OF_BATCH) {
      return { changes: tallies.map((tally) => tally.totals()), isWhole: part !== undefined }
    }
    const stat = /^(\d+|-)\t(\d+|-)\t/.exec(part)
    if (!stat) {
      tallies.push(createTally())
      continue
    }
    const path = part.slice(stat[0].length)
    const paths =
      path === '' ? { previousPath: (await parts.path()) ?? '', path: (await parts.path()) ?? '' } : { path }
    tallies.at(-1)?.add(stat[1] ?? '-', stat[2] ?? '-', paths)
  }
}
