import { inMergeOrder, type LinkedWork, type ResolvedLink } from '../links/resolve-links.ts'

/** A patch of the same shape is the same patch if it comes within so many days; one of the same patch-id always is. */
const SAME_SHAPE_DAYS = 90

/**
 * Pull requests that carry one change: picked or backported to other branches, stacked, following up, of one patch-id,
 * or of one shape. Maps each to the earliest of its set; those that stand alone are not in it.
 */
export const changeSetsOf = (works: readonly LinkedWork[], links: readonly ResolvedLink[]): Map<string, string> => {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    return root
  }
  const join = (a: string, b: string) => {
    const [one, other] = [rootOf(a), rootOf(b)]
    if (one !== other) parents.set(one, other)
  }
  for (const { from, to, relation } of links) if (relation !== 'reverts' && relation !== 'repairs') join(from, to)
  for (const [one, other] of alike(works, ({ patchId }) => patchId, Infinity)) join(one, other)
  for (const [one, other] of alike(works, ({ shape }) => shape, SAME_SHAPE_DAYS)) join(one, other)

  const inOrder = works.toSorted(inMergeOrder)
  const sets = Map.groupBy(inOrder, ({ id }) => rootOf(id))
  return new Map(
    [...sets.values()].flatMap(([first, ...rest]) =>
      first && rest.length > 0 ? [first, ...rest].map(({ id }): [string, string] => [id, first.id]) : [],
    ),
  )
}

/** Each with the one before it that has the same mark, unless that lies more days back. */
const alike = (
  works: readonly LinkedWork[],
  markOf: (work: LinkedWork) => string | null,
  days: number,
): [string, string][] => {
  const marked = Map.groupBy(works.filter((work) => markOf(work) !== null).toSorted(inMergeOrder), markOf)
  return [...marked.values()].flatMap((same) =>
    same.slice(1).flatMap((work, at): [string, string][] => {
      const before = same[at]
      if (!before) return []
      const apart = (work.mergedAt.getTime() - before.mergedAt.getTime()) / 86_400_000
      return apart <= days ? [[before.id, work.id]] : []
    }),
  )
}
