import type { ValueTogether } from '../counting/value-together.ts'
import type { ValueContext } from '../money/context.ts'
import { createDraws, SEED } from '../money/draws.ts'
import { type TotalValue, totalValue } from '../money/total-value.ts'
import type { ReportedWork } from './reported-work.ts'
import { type Spread, spreadOf } from './spread.ts'

type Interval = { readonly low: number; readonly mid: number; readonly high: number }

/** What a group of pull requests comes to. The columns measure different things and are never added up. */
export type SummedUp = {
  readonly key: string
  readonly pullRequests: number
  /** How many of them maintainers would be expected to announce: the sum of the chances. */
  readonly announced: Interval
  /**
   * Hours of those that could be estimated. The ends of intervals are added up, as what one estimate is off by the others
   * are off by, too; so it is wider than if errors evened out.
   */
  readonly effort: (Interval & { readonly estimated: number }) | null
  readonly significance: Spread
  readonly value: TotalValue | null
}

/** Prices, and what each pull request is worth by itself under them; null where none were declared. */
export type Priced = { readonly values: ValueTogether['values']; readonly context: ValueContext } | null

/**
 * Sums groups of pull requests up. An effect that several pull requests tell of is counted with the earliest alone, in
 * the groups that it belongs to. @param works all that bear on it, also those of no group.
 */
export const sumGroups = (
  works: readonly ReportedWork[],
  groups: ReadonlyMap<string, readonly ReportedWork[]>,
  priced: Priced,
): SummedUp[] => {
  const draws = createDraws(SEED)
  const valued = works.flatMap(({ id, mergedAt }) => {
    const known = priced?.values.get(id)
    return known?.value.status === 'valued' ? [{ id, mergedAt, ...known }] : []
  })
  return [...groups].map(([key, group]) => {
    const inside = new Set(group.map(({ id }) => id))
    return {
      key,
      ...summarise(group),
      value: priced && {
        ...totalValue(
          valued.map((work) => ({ ...work, isBeside: !inside.has(work.id) })),
          priced.context,
          { draws },
        ),
        of: group.length,
      },
    }
  })
}

/** Everything but money of a group. */
export const summarise = (group: readonly ReportedWork[]): Omit<SummedUp, 'key' | 'value'> => ({
  pullRequests: group.length,
  announced: {
    low: sum(group, ({ low }) => low / 100),
    mid: sum(group, ({ score }) => score / 100),
    high: sum(group, ({ high }) => high / 100),
  },
  effort: effortOf(group),
  significance: spreadOf(group.map(({ score }) => score)),
})

const effortOf = (group: readonly ReportedWork[]): SummedUp['effort'] => {
  const estimates = group.flatMap(({ effort }) => ('hours' in effort ? [effort as EstimatedEffort] : []))
  if (estimates.length === 0) return null
  return {
    estimated: estimates.length,
    low: sum(estimates, ({ interval90 }) => interval90[0]),
    mid: sum(estimates, ({ hours }) => hours),
    high: sum(estimates, ({ interval90 }) => interval90[1]),
  }
}

type EstimatedEffort = { readonly hours: number; readonly interval90: readonly [number, number] }

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0)
