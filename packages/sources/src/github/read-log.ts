import { createCommitFormat, type HistoryCommit, parseCommits } from '../git/commit-stream.ts'
import { startGit } from '../git/run-git.ts'
import type { PullRequestClone } from './pull-request-clone.ts'

/**
 * Hands on each commit that `git log` prints.
 * @returns false when git gave up, as it does where objects are missing; what it printed last is then left out.
 */
export const readLog = async (
  { gitDirectory, context }: Pick<PullRequestClone, 'gitDirectory' | 'context'>,
  { args, input = '' }: { readonly args: readonly string[]; readonly input?: string },
  take: (commit: HistoryCommit) => void,
): Promise<boolean> => {
  const format = createCommitFormat()
  const log = ['log', '-z', '--encoding=UTF-8', '--no-color', format.argument, ...args]
  const git = startGit(['--git-dir', gitDirectory, ...log], context)
  git.stdin.end(input)
  let whole: HistoryCommit | undefined
  for await (const commit of parseCommits(git.stdout, format)) {
    if (whole) take(whole)
    whole = commit
  }
  const { code } = await git.ended
  if (code === 0 && whole) take(whole)
  return code === 0
}
