/**
 * What valuing needs to know of a pull request; any source's rows fit. All but the title may be unknown, which is not
 * the same as none: an unknown size says nothing, a size of 0 says that there is nothing to see.
 */
export type PullRequestFacts = {
  readonly number?: number | null | undefined
  readonly title: string
  /** The declared type before the title ("feat"), where a source keeps it apart from the title. */
  readonly typePrefix?: string | null | undefined
  readonly body?: string | null | undefined
  /** Full messages, oldest first. */
  readonly commitMessages?: readonly string[] | undefined
  readonly author?: string | null | undefined
  /** Names as the commits' trailers give them. */
  readonly coAuthors?: readonly string[] | undefined
  /** Lines over all files, also those that `files` leaves out. */
  readonly additions?: number | null | undefined
  readonly deletions?: number | null | undefined
  readonly files?: readonly ChangedFile[] | null | undefined
  /** How many files there are when `files` leaves some out. */
  readonly filesTotal?: number | null | undefined
  readonly labels?: readonly string[] | undefined
  readonly mergedAt?: Date | null | undefined
}

type ChangedFile = {
  readonly path: string
  readonly additions?: number | undefined
  readonly deletions?: number | undefined
  /** Where a moved file was before; its lines are only those that changed on the way. */
  readonly previousPath?: string | undefined
}
