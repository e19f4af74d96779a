import type { Gap, MergeMethod, SourceAuthor, SourceCommit, SourceFile, SourceFlag } from '../pull-request-source.ts'

/** Files, commits and people of one pull request, from wherever they were read. */
export type Details = {
  readonly files: readonly SourceFile[]
  /** Null where there is no clone to read the patch in. */
  readonly patchId: string | null
  readonly commits: readonly SourceCommit[]
  readonly commitCount: number
  readonly how: MergeMethod
  /** Who wrote a part of it, the newest first; may name one person several times. */
  readonly people: readonly SourceAuthor[]
  /** GitHub makes the author of a pull request the author of its squash. */
  readonly squashedFrom: SourceAuthor | null
  readonly flags: readonly SourceFlag[]
  readonly gaps: readonly Gap[]
}

export type Known = {
  readonly number: number
  /** The subject of the commit that brought it. */
  readonly subject: string
  readonly parents: number
  /** The subjects of its own commits, oldest first. */
  readonly ownSubjects: readonly string[]
  /** Whether that one commit holds everything that it changed; null when it was not compared. */
  readonly isWhole: boolean | null
}

/**
 * GitHub does not tell how it merged. Two parents are a merge. A squash is named with its number by default and holds
 * everything; a rebase puts the pull request's own newest commit there as it is.
 */
export const mergeMethodOf = ({ number, subject, parents, ownSubjects, isWhole }: Known): MergeMethod => {
  if (parents > 1) return 'merge'
  const newest = ownSubjects.at(-1)
  if (subject.endsWith(`(#${number})`)) return 'squash'
  if (newest === subject && !(ownSubjects.length > 1 && isWhole === true)) return 'rebase'
  if (isWhole === true && ownSubjects.length > 1) return 'squash'
  return 'unknown'
}

export const firstLine = (message: string): string => message.split(/\r?\n/, 1)[0] ?? ''
