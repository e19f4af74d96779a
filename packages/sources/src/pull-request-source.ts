/** How a pull request reached the default branch, read from the shape of its commit. */
export type MergeMethod = 'squash' | 'merge' | 'bors' | 'merge-queue'

/**
 * What a reader should know before trusting a row.
 * - `untitled`: the commit names no title, so the branch name stands in for it.
 * - `number-not-at-end`: the number stood in mid-title, as in `title (#12) [skip ci]`.
 * - `several-numbers`: the title quotes other numbers too.
 * - `revert`: the title says that it takes an earlier change back.
 * - `body-truncated`, `files-truncated`: only the first part is kept; the totals still count everything.
 * - `shallow-boundary`: the clone lacks the commit's parent, so its size is unknown and given as 0.
 */
export type SourceFlag =
  | 'untitled'
  | 'number-not-at-end'
  | 'several-numbers'
  | 'revert'
  | 'body-truncated'
  | 'files-truncated'
  | 'shallow-boundary'

export type SourceFile = {
  readonly path: string
  /** The path before a rename. */
  readonly previousPath?: string
  /** Lines; 0 for binary files. */
  readonly additions: number
  readonly deletions: number
  readonly binary?: true
}

export type SourceAuthor = {
  readonly name: string
  /** SHA-256 of the lower-case address, hexadecimal: joins one person's work without keeping the address. */
  readonly emailHash: string
}

export type SourcePullRequest = {
  readonly number: number
  /** The first-parent commit on the default branch that brought the change. */
  readonly sha: string
  readonly title: string
  readonly body: string
  /** For a merge the author of the merged branch's newest commit, as the merge itself is often a bot's. */
  readonly author: SourceAuthor
  /** ISO 8601 with the committer's offset. */
  readonly mergedAt: string
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  readonly files: readonly SourceFile[]
  readonly how: MergeMethod
  readonly flags: readonly SourceFlag[]
}

export type PullRequestPage = {
  /** Oldest first, never empty. */
  readonly pullRequests: readonly SourcePullRequest[]
  /** Pass it as `after` to go on behind this page. */
  readonly cursor: string
}

export type SourceDescription = {
  /** The last part of the path or address, without `.git`. */
  readonly name: string
  readonly defaultBranch: string
  /** The commit that this source reads up to; later commits are not seen until it is opened again. */
  readonly head: string
  /** The path or address it was opened from. */
  readonly origin: string
  /** True when the clone lacks older history: what is found is right but not complete. */
  readonly shallow: boolean
}

/** Where merged pull requests come from. */
export type PullRequestSource = {
  describe(): SourceDescription
  /** Pull requests behind `after`, or all of them; cheap, as no diff is read. */
  countPullRequests(options?: { readonly after?: string }): Promise<number>
  /**
   * Pages of merged pull requests, oldest first, each number once. Nothing is held beyond one page.
   * @throws SourceCursorUnknown when `after` is not in the history; SourceHistoryUnreadable when it ends part-way.
   */
  pullRequests(options: { readonly after?: string; readonly pageSize: number }): AsyncIterable<PullRequestPage>
  /** Ends whatever is still reading. */
  close(): Promise<void>
}
