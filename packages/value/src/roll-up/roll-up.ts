import type { ReportedWork } from './reported-work.ts'
import { type Priced, type SummedUp, sumGroups, summarise } from './sum-groups.ts'

export const rollUpKeys = ['author', 'repository', 'month', 'kind'] as const
export type RollUpKey = (typeof rollUpKeys)[number]

/** What a group comes to by months; money is left out, as an effect belongs to one month and recurs in others. */
type Trend = readonly (Omit<SummedUp, 'key' | 'value' | 'significance'> & { readonly month: string })[]
export type RolledUp = SummedUp & { readonly trend: Trend }

/**
 * Sums what was asked for up by author, repository, month (UTC) or kind, in the order of the keys: an alphabet ranks
 * nobody. An effect that several groups tell of is counted in the group of the earliest pull request alone, so groups add
 * up to no more than the whole.
 */
export const rollUp = (works: readonly ReportedWork[], by: RollUpKey, priced: Priced): RolledUp[] => {
  const groups = Map.groupBy(
    works.filter(({ isBeside }) => !isBeside),
    (work) => keyOf(work, by),
  )
  return sumGroups(works, groups, priced)
    .map((sums) => ({ ...sums, trend: trendOf(groups.get(sums.key) ?? []) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const keyOf = (work: ReportedWork, by: RollUpKey): string =>
  by === 'month' ? work.mergedAt.toISOString().slice(0, 7) : work[by]

const trendOf = (group: readonly ReportedWork[]): Trend =>
  [...Map.groupBy(group, (work) => keyOf(work, 'month'))]
    .map(([month, works]) => {
      const { significance: _, ...rest } = summarise(works)
      return { month, ...rest }
    })
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
