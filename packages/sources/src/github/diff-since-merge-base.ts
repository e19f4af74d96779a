import { createTally, type FileChanges } from '../git/file-changes.ts'
import { startGit } from '../git/run-git.ts'
import { splitAtNul } from '../git/split-at-nul.ts'
import type { PullRequestClone } from './pull-request-clone.ts'

/** What a branch changed since it left its base; undefined when objects for it are missing. */
export const diffSinceMergeBase = async (
  { gitDirectory, context }: PullRequestClone,
  base: string,
  head: string,
): Promise<FileChanges | undefined> => {
  const how = [
    '--numstat',
    '-z',
    '--find-renames',
    '--diff-algorithm=myers',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
  ]
  const git = startGit(['--git-dir', gitDirectory, 'diff', ...how, `${base}...${head}`, '--'], context)
  git.stdin.end()
  const tally = createTally()
  const parts = splitAtNul(git.stdout)
  for await (const part of parts) {
    const [, added = '0', deleted = '0', path = ''] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(part) ?? []
    tally.add(added, deleted, path === '' ? { previousPath: await textOf(parts), path: await textOf(parts) } : { path })
  }
  const { code } = await git.ended
  return code === 0 ? tally.totals() : undefined
}

const textOf = async (parts: AsyncGenerator<string, undefined>): Promise<string> => (await parts.next()).value ?? ''
