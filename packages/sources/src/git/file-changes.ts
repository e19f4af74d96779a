import { filesKept, type SourceFile } from '../pull-request-source.ts'

/** What a commit changed against its first parent. */
export type FileChanges = {
  /** Lines; binary files have none. */
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  /** At most `filesKept`; the totals count all. */
  readonly files: readonly SourceFile[]
}

/** Sums up files as `--numstat` names them: `-` stands for the lines of a binary file. */
export const createTally = () => {
  const files: SourceFile[] = []
  let additions = 0
  let deletions = 0
  let changedFiles = 0
  return {
    add: (added: string, deleted: string, paths: Pick<SourceFile, 'path' | 'previousPath'>) => {
      const binary = added === '-'
      const file = { ...paths, additions: binary ? 0 : Number(added), deletions: binary ? 0 : Number(deleted) }
      additions += file.additions
      deletions += file.deletions
      changedFiles += 1
      if (files.length < filesKept) files.push(binary ? { ...file, binary } : file)
    },
    totals: (): FileChanges => ({ additions, deletions, changedFiles, files }),
  }
}
