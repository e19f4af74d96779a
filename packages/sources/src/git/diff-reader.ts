import { type ByteReader, createByteReader } from './byte-reader.ts'
import type { FileChanges } from './file-changes.ts'
import { createPatchIds } from './patch-ids.ts'
import { readPatch } from './patch-reader.ts'
import { type GitContext, type RunningGit, startGit } from './run-git.ts'

/** A line that is no object name: `git diff-tree --stdin` prints it again, and everything before it. */
const END_OF_BATCH = '#\n'

/** With its patch-id; null where it changed nothing or too much to be held. */
type ReadChange = FileChanges & { readonly patchId: string | null }

type DiffBatch = {
  /** In the order asked for; fewer than asked for when git gave up. */
  readonly changes: readonly ReadChange[]
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
  const patchIdOf = createPatchIds()
  let running: { git: RunningGit; reader: ByteReader } | undefined
  const start = () => {
    const git = startGit(['--git-dir', gitDirectory, ...diffTree], context)
    return { git, reader: createByteReader(git.stdout) }
  }
  return {
    async read(commits) {
      running ??= start()
      const { git, reader } = running
      const lines = commits.map(({ sha, parents }) => `${sha}${parents[0] ? ` ${parents[0]}` : ''}\n`)
      git.stdin.write(`${lines.join('')}${END_OF_BATCH}`)
      const { changes, isWhole } = await readBatch(reader, patchIdOf)
      if (isWhole) return { changes, gaveUpBecause: undefined }
      running = undefined
      const { stderr } = await git.ended
      return { changes, gaveUpBecause: stderr }
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
  '--raw',
  '--patch',
  '--full-index',
  '--find-renames',
  '--diff-algorithm=myers',
  '--unified=3',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
] as const

/** Patches are hashed as they come, so that no more than one is held. */
async function readBatch(
  reader: ByteReader,
  patchIdOf: ReturnType<typeof createPatchIds>,
): Promise<{ changes: ReadChange[]; isWhole: boolean }> {
  const changes: ReadChange[] = []
  for (;;) {
    const patch = await readPatch(reader)
    if (patch === undefined || patch === 'end-of-batch') return { changes, isWhole: patch !== undefined }
    changes.push({ ...patch.change, patchId: patch.text && patchIdOf(patch.text) })
  }
}
