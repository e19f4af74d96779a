/** The kinds that a pull request may have (packages/value tells them apart). */
export type CountedKind = 'feature' | 'fix' | 'perf' | 'security' | 'refactor' | 'docs' | 'test' | 'chore' | 'deps'

export type CountingFilters = {
  /** The id of a known author. */
  readonly author?: string
  /** The id of a known repository. */
  readonly repository?: string
  readonly kind?: CountedKind
  /** ISO 8601, UTC: merged at or after. */
  readonly from?: string
  /** ISO 8601, UTC: merged before. */
  readonly to?: string
}

export type Grouping = 'author' | 'month' | 'kind' | 'repository'

/** Which words of the question led to what: `question.slice(start, end) === text`. */
export type UsedWords = {
  readonly for: 'count' | 'author' | 'repository' | 'kind' | 'period' | 'groupBy'
  readonly text: string
  readonly start: number
  readonly end: number
}

export type CountingQuestion = {
  readonly status: 'understood'
  readonly count: 'pull-requests'
  readonly filters: CountingFilters
  readonly groupBy?: Grouping
  readonly words: readonly UsedWords[]
}

/** A question that counts, but what exactly would be a guess. */
export type UnclearCount = {
  readonly status: 'unclear'
  readonly code:
    | 'unknown-author'
    | 'ambiguous-author'
    | 'several-authors'
    | 'unknown-repository'
    | 'ambiguous-repository'
    | 'several-repositories'
    | 'several-kinds'
    | 'several-periods'
    | 'several-groupings'
    | 'unknown-grouping'
    | 'unreadable-period'
    | 'month-or-name'
    | 'only-merged-counted'
    | 'words-not-understood'
  /** A sentence for the reader. */
  readonly because: string
  /** The words of the question that are unclear. */
  readonly words: readonly string[]
  /** What they may mean: ids of authors or repositories. */
  readonly candidates: readonly string[]
}

/** What can be asked for. A `name` or an alias may have several words; a login is an alias. */
export type CountingContext = {
  readonly now: Date
  readonly authors: readonly { readonly id: string; readonly names: readonly string[] }[]
  /** Names are `owner/name` or a name alone. */
  readonly repositories: readonly { readonly id: string; readonly name: string }[]
}
