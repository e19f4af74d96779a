import type { Link, Relation } from './find-links.ts'

/** A merged pull request as far as others may name it. */
export type LinkedWork = {
  readonly id: string
  readonly repository: string
  readonly number: number | null
  readonly sha: string
  readonly title: string
  readonly mergedAt: Date
  readonly links: readonly Link[]
  /** What git says of its patch, and what stands in where git says nothing: either makes two changes one. */
  readonly patchId: string | null
  readonly shape: string | null
}

export type ResolvedLink = {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly quote: string
}

/**
 * Links as pairs of pull requests of one repository. Only what was merged before can be meant, a title means the last
 * one of that title, and what names nothing that is known is left out.
 */
export const resolveLinks = (works: readonly LinkedWork[]): ResolvedLink[] =>
  [...Map.groupBy(works, ({ repository }) => repository).values()].flatMap(resolveWithin)

const resolveWithin = (works: readonly LinkedWork[]): ResolvedLink[] => {
  const inOrder = works.toSorted(inMergeOrder)
  const byNumber = new Map(works.map((work) => [work.number, work]))
  const byTitle = Map.groupBy(inOrder, ({ title }) => bare(title))
  const bySha = new Map(works.map((work) => [work.sha.slice(0, 7), work]))
  const find = (link: Link, from: LinkedWork): LinkedWork | undefined => {
    const { target } = link
    if (target.by === 'number') return byNumber.get(target.number)
    if (target.by === 'title') return byTitle.get(bare(target.title))?.findLast((work) => inMergeOrder(work, from) < 0)
    const work = bySha.get(target.sha.slice(0, 7))
    return work?.sha.startsWith(target.sha) ? work : undefined
  }
  return inOrder.flatMap((from) =>
    from.links.flatMap((link) => {
      const to = find(link, from)
      if (to === undefined || inMergeOrder(to, from) >= 0) return []
      return [{ from: from.id, to: to.id, relation: link.relation, quote: link.quote }]
    }),
  )
}

/** In the order of merges; numbers tell those of one second apart. */
export const inMergeOrder = (
  a: Pick<LinkedWork, 'mergedAt' | 'number' | 'id'>,
  b: Pick<LinkedWork, 'mergedAt' | 'number' | 'id'>,
): number =>
  a.mergedAt.getTime() - b.mergedAt.getTime() ||
  (a.number ?? 0) - (b.number ?? 0) ||
  (a.id < b.id ? -1 : Number(a.id > b.id))

const bare = (title: string): string =>
  title
    .replace(/\s*\(#\d+\)$/, '')
    .trim()
    .toLowerCase()
