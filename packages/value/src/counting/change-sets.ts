import { inMergeOrder, type LinkedWork, type ResolvedLink } from '../links/resolve-links.ts'

/** A patch of the same shape is the same patch if it comes within so many days. */
const SAME_PATCH_DAYS = 90

/**
 * Pull requests that carry one change: picked or backported to other branches, stacked, following up, or of one patch
 * shape. Maps each to the earliest of its set; those that stand alone are not in it.
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
  for (const [one, other] of samePatches(works)) join(one, other)

  const inOrder = works.toSorted(inMergeOrder)
  const sets = Map.groupBy(inOrder, ({ id }) => rootOf(id))
  return new Map(
    [...sets.values()].flatMap(([first, ...rest]) =>
      first && rest.length > 0 ? [first, ...rest].map(({ id }): [string, string] => [id, first.id]) : [],
    ),
  )
}

const samePatches = (works: readonly LinkedWork[]): [string, string][] => {
  const shaped = Map.groupBy(works.filter(({ shape }) => shape !== null).toSorted(inMergeOrder), ({ shape }) => shape)
  return [...shaped.values()].flatMap((alike) =>
    alike.slice(1).flatMap((work, at): [string, string][] => {
      const before = alike[at]
      if (!before) return []
      const days = (work.mergedAt.getTime() - before.mergedAt.getTime()) / 86_400_000
      return days <= SAME_PATCH_DAYS ? [[before.id, work.id]] : []
    }),
  )
}
