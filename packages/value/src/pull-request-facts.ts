/** What valuing needs to know of a pull request; any source's rows fit. */
export type PullRequestFacts = {
  readonly title: string
  readonly body: string
  /** Lines over all files, also those that `files` leaves out. */
  readonly additions: number
  readonly deletions: number
  readonly files: readonly ChangedFile[]
  readonly labels?: readonly string[]
}

export type ChangedFile = {
  readonly path: string
  readonly additions: number
  readonly deletions: number
}
