/** A part of a source's text that can be found by itself. */
export type Passage = {
  readonly id: string
  /** The pull request or document that it is part of. */
  readonly sourceId: string
  readonly source: 'pull-request' | 'document'
  /** Of the source. */
  readonly title: string
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
  readonly text: string
  /** UTF-16 offset of its text in the source's. */
  readonly start: number
  readonly facets: Facets
}

/** What results can be narrowed down by; null where the source has none. */
export type Facets = {
  readonly repositoryId: string | null
  readonly author: string | null
  readonly kind: string | null
  readonly language: string | null
  /** When it was merged or added, ms since 1970. */
  readonly at: number
}

/** Every condition that is given has to hold. */
export type PassageFilter = {
  readonly source?: Passage['source'] | undefined
  readonly repositoryId?: string | undefined
  readonly author?: string | undefined
  readonly kind?: string | undefined
  readonly language?: string | undefined
  /** ms since 1970; from is in, to is out. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export const passesFilter = ({ source, facets }: Pick<Passage, 'source' | 'facets'>, filter: PassageFilter): boolean =>
  (filter.source === undefined || source === filter.source) &&
  (filter.repositoryId === undefined || facets.repositoryId === filter.repositoryId) &&
  (filter.author === undefined || facets.author === filter.author) &&
  (filter.kind === undefined || facets.kind === filter.kind) &&
  (filter.language === undefined || facets.language === filter.language) &&
  (filter.from === undefined || facets.at >= filter.from) &&
  (filter.to === undefined || facets.at < filter.to)
