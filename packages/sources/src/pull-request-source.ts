/**
 * How a change reached the default branch.
 * `rebase`: its commits were put there as they are; `commit`: a change unit, a commit of a repository without pull
 * requests; `unknown`: the source does not say.
 */
export type MergeMethod = 'squash' | 'merge' | 'bors' | 'merge-queue' | 'rebase' | 'commit' | 'unknown'

/**
 * What a reader should know before trusting a row.
 * - `untitled`: the commit names no title, so the branch name or the subject stands in for it.
 * - `number-not-at-end`: the number stood in mid-title, as in `title (#12) [skip ci]`.
 * - `number-from-ref`: no message names the number; the repository's `refs/pull/N/head` does.
 * - `number-may-be-foreign`: the number looks like one of another repository, as after a cherry-pick from a fork.
 * - `several-numbers`: the title quotes other numbers too.
 * - `revert`: the title says that it takes an earlier change back.
 * - `change-unit`: not a pull request but a commit of a repository that has none.
 * - `body-truncated`, `files-truncated`, `commits-truncated`: only the first part is kept; totals still count everything.
 * - `shallow-boundary`: the clone lacks the commit's parent, so its size is unknown and given as 0.
 * - `size-unknown`: objects are missing, so its files are named where possible and its lines are given as 0.
 */
export type SourceFlag =
  | 'untitled'
  | 'number-not-at-end'
  | 'number-from-ref'
  | 'number-may-be-foreign'
  | 'several-numbers'
  | 'revert'
  | 'change-unit'
  | 'body-truncated'
  | 'files-truncated'
  | 'commits-truncated'
  | 'shallow-boundary'
  | 'size-unknown'

export type SourceFile = {
  readonly path: string
  /** The path before a rename. */
  readonly previousPath?: string
  /** Lines; 0 for binary files. */
  readonly additions: number
  readonly deletions: number
  readonly binary?: true
}

/** A person as the source knows them. The address is for joining one person's work and is never stored as it is. */
export type SourceAuthor = {
  readonly name: string
  readonly email: string | null
  /** The account name, where the source has accounts. */
  readonly login: string | null
}

export type SourceCommit = {
  readonly sha: string
  readonly title: string
  /** The beginning of its text below the title, without trailers; empty where the pull request says the same. */
  readonly body: string
  readonly author: SourceAuthor
  /** ISO 8601 with offset. */
  readonly authoredAt: string
}

export type SourceReview = {
  readonly reviewer: string
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed'
  /** ISO 8601; null where only the fact is known, as from a `Reviewed-by` trailer. */
  readonly submittedAt: string | null
}

export type SourcePullRequest = {
  /** Null for a change unit. */
  readonly number: number | null
  /** The first-parent commit on the default branch that brought the change. */
  readonly sha: string
  readonly title: string
  readonly body: string
  /** For a merge the author of the merged branch's newest commit, as the merge itself is often a bot's. */
  readonly author: SourceAuthor
  /** Everybody else who wrote a part of it, each once. */
  readonly coAuthors: readonly SourceAuthor[]
  /** ISO 8601 with the committer's offset. */
  readonly mergedAt: string
  readonly additions: number
  readonly deletions: number
  readonly changedFiles: number
  /** At most `filesKept` of them. */
  readonly files: readonly SourceFile[]
  /**
   * What `git patch-id --stable` says of its whole change: equal for the same change on another branch. Null where it is
   * too big or cannot be read.
   */
  readonly patchId: string | null
  readonly commitCount: number
  /** At most `commitsKept` of them, oldest first. */
  readonly commits: readonly SourceCommit[]
  readonly labels: readonly string[]
  readonly reviewCount: number
  readonly reviews: readonly SourceReview[]
  /** Issues it closes: `#12` in the same repository, else `owner/name#12`. */
  readonly linkedIssues: readonly string[]
  readonly how: MergeMethod
  readonly flags: readonly SourceFlag[]
}

/** More than any hand-made change has; vendored folders are why the limit exists. */
export const filesKept = 30_000
export const commitsKept = 250
/** GitHub's own limit on a description, in UTF-16 code units. */
export const bodyCharactersKept = 65_536

export const connections = ['pull-requests', 'files', 'commits', 'reviews', 'labels', 'linked-issues'] as const
/** What a pull request is made of, counted apart. */
export type Connection = (typeof connections)[number]

export type GapReason = 'object-missing' | 'shallow-clone' | 'too-many' | 'not-permitted' | 'not-given' | 'disagrees'

/** What the source has and this run did not get. */
export type Gap = {
  readonly connection: Connection
  /** The pull request concerned; null when it is not known or concerns all. */
  readonly number: number | null
  readonly sha: string | null
  /** How many the source says there are; null when it does not say. */
  readonly expected: number | null
  readonly found: number
  readonly reason: GapReason
  /** One sentence for a person. */
  readonly message: string
}

export type PullRequestPage = {
  /** May be empty on the last page. */
  readonly pullRequests: readonly SourcePullRequest[]
  /** Everything on this page that is known to be incomplete. */
  readonly gaps: readonly Gap[]
  /** Pass it as `after` to go on behind this page, in this run or in a later one. */
  readonly cursor: string
}

export type Visibility = 'public' | 'private' | 'internal' | 'unknown'

export type SourceDescription = {
  readonly kind: 'git' | 'github'
  /** The last part of the path or address, without `.git`; `owner/name` on GitHub. */
  readonly name: string
  readonly defaultBranch: string
  /** The commit that this source reads up to; later commits are not seen until it is opened again. */
  readonly head: string
  /** The path or address it was opened from; after a move on GitHub the new one. */
  readonly origin: string
  /** True when the clone lacks older history: what is found is right but not complete. */
  readonly shallow: boolean
  readonly visibility: Visibility
  /** SPDX identifier where one is known. */
  readonly license: string | null
}

/** How much there is to read. */
export type Expectation = {
  /** Pull requests (or change units) that this run will give, for progress; null when the source cannot say. */
  readonly inRun: number | null
  /** All merged pull requests (or change units) of the source. */
  readonly inAll: number
}

/** All that a source has, by what identifies it. */
export type Inventory = { readonly numbers: readonly number[]; readonly changeUnits: readonly string[] }

/** Where merged pull requests come from. */
export type PullRequestSource = {
  describe(): SourceDescription
  /** Cheap: no diff is read. @throws SourceCursorUnknown when `after` is not in the history any more. */
  expect(after: string | null): Promise<Expectation>
  /**
   * Pages of merged pull requests, each number once, at least one page. Nothing is held beyond one page.
   * @throws SourceCursorUnknown when `after` is not in the history any more; RateLimited when the source says to wait.
   */
  pullRequests(options: { readonly after: string | null; readonly pageSize?: number }): AsyncIterable<PullRequestPage>
  /** One merged pull request; null when there is none of that number or it is not merged. */
  pullRequest?(number: number): Promise<PullRequestPage | null>
  /** What the source has now, where it can lose what it had: whatever is stored and not in it has vanished. */
  inventory?(): Promise<Inventory>
  /** Ends whatever is still reading. */
  close(): Promise<void>
}
