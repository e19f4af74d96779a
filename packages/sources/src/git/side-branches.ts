import { commitsKept, type SourceAuthor, type SourceCommit } from '../pull-request-source.ts'
import type { HistoryCommit } from './commit-stream.ts'
import { toSourceCommit } from './source-commit.ts'
import { readTrailers } from './trailers.ts'

export type BroughtCommits = {
  readonly count: number
  /** Oldest first, at most `commitsKept`; a squashed change is its own one commit, whose text it has already. */
  readonly commits: readonly SourceCommit[]
  /** Who wrote the newest commit of a merged branch; absent for other commits. */
  readonly author: SourceAuthor | undefined
  readonly coAuthors: readonly SourceAuthor[]
}

/**
 * Walks beside the first-parent history and collects the commits that stand between two of its commits: what the later
 * one brought. Ask in the order of the history; it holds one merge at a time.
 * @param commits as `History.withSideBranches` orders them.
 */
export const createSideBranches = (commits: AsyncGenerator<HistoryCommit>) => ({
  async broughtBy(commit: HistoryCommit): Promise<BroughtCommits> {
    let kept: SourceCommit[] = []
    let count = 0
    let author: SourceAuthor | undefined
    let coAuthors = new Map<string, SourceAuthor>()
    for (let next = await commits.next(); !next.done; next = await commits.next()) {
      const { value } = next
      if (value.sha === commit.sha) break
      const written = toSourceCommit(value)
      count += 1
      if (kept.length < commitsKept) kept.push(written)
      if (value.sha === commit.parents[1]) author = written.author
      for (const person of [written.author, ...readTrailers(value.body).coAuthors]) {
        coAuthors.set(person.email ?? person.name, person)
      }
      // Up to here it was the work of commits before, which nobody asked about.
      if (value.sha === commit.parents[0]) {
        kept = []
        count = 0
        author = undefined
        coAuthors = new Map()
      }
    }
    if (commit.parents.length > 1 && count > 0)
      return { count, commits: kept, author, coAuthors: [...coAuthors.values()] }
    return { count: 1, commits: [{ ...toSourceCommit(commit), body: '' }], author: undefined, coAuthors: [] }
  },

  close: async () => {
    await commits.return(undefined)
  },
})
