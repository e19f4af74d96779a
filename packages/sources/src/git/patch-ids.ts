import { once } from 'node:events'
import type { Patch } from './patch-reader.ts'
import { type GitContext, type RunningGit, startGit } from './run-git.ts'

/**
 * git's own patch-ids (`git show --first-parent SHA | git patch-id --stable`): equal wherever the same lines change between
 * the same lines, at whatever place of a file and with whatever space in them.
 */
export const hashPatches = (context: GitContext) => {
  let hashing: { git: RunningGit; printed: Promise<string> } | undefined
  const start = () => {
    const git = startGit(['patch-id', '--stable'], context)
    return { git, printed: textOf(git.stdout) }
  }
  return {
    async add({ text }: Patch): Promise<void> {
      if (text === null) return
      hashing ??= start()
      const { git } = hashing
      // Should git be gone, nothing drains: its end is waited for as well.
      if (!git.stdin.write(Buffer.concat(text))) await Promise.race([once(git.stdin, 'drain'), git.ended])
    },

    /** By commit, of all that were added; none where git failed. */
    async finish(): Promise<ReadonlyMap<string, string>> {
      if (!hashing) return new Map()
      const { git, printed } = hashing
      git.stdin.end()
      const lines = (await printed).matchAll(/^([0-9a-f]+) ([0-9a-f]+)$/gm)
      const { code } = await git.ended
      return new Map(code === 0 ? [...lines].map(([, id = '', sha = '']) => [sha, id]) : [])
    },
  }
}

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('latin1')
}
