import type { ReportedWork } from './reported-work.ts'
import { type Priced, type RolledUp, sumGroups } from './sum-groups.ts'

export const rollUpKeys = ['author', 'repository', 'month', 'kind'] as const
export type RollUpKey = (typeof rollUpKeys)[number]

/**
 * Sums what was asked for up by author, repository, month (UTC) or kind, in the order of the keys: an alphabet ranks
 * nobody. An effect that several groups tell of is counted in the group of the earliest pull request alone, so groups add
 * up to no more than the whole.
 */
export const rollUp = (works: readonly ReportedWork[], by: RollUpKey, priced: Priced): RolledUp[] =>
  sumGroups(
    works,
    Map.groupBy(
      works.filter(({ isBeside }) => !isBeside),
      (work) => keyOf(work, by),
    ),
    priced,
  ).toSorted((a, b) => (a.key < b.key ? -1 : 1))

const keyOf = (work: ReportedWork, by: RollUpKey): string =>
  by === 'month' ? work.mergedAt.toISOString().slice(0, 7) : work[by]
