import type { ValueTogether } from '../counting/value-together.ts'
import type { ValueContext } from '../money/context.ts'
import { createDraws, SEED } from '../money/draws.ts'
import { type TotalValue, totalValue } from '../money/total-value.ts'
import type { ReportedWork } from './reported-work.ts'

export const rollUpKeys = ['author', 'repository', 'month', 'kind'] as const
export type RollUpKey = (typeof rollUpKeys)[number]

type Interval = { readonly low: number; readonly mid: number; readonly high: number }

/** How scores lie. */
export type Spread = {
  /** The score that a quarter, half and three quarters of them are below or at; null where there is none. */
  readonly quartiles: readonly [number, number, number] | null
  /** How many lie from 0 to 10, from 10 to 20, and so on to 100. */
  readonly histogram: readonly number[]
}

/** What a group comes to by months; money is left out, as an effect belongs to one month and recurs in others. */
type Trend = readonly (Omit<RolledUp, 'key' | 'value' | 'significance' | 'trend'> & { readonly month: string })[]

/** What a group of pull requests comes to. The columns measure different things and are never added up. */
export type RolledUp = {
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
  readonly trend: Trend
}

/**
 * Sums what was asked for up by author, repository, month (UTC) or kind, in the order of the keys: an alphabet ranks
 * nobody. An effect that several groups tell of is counted in the group of the earliest pull request alone, so groups add
 * up to no more than the whole. @param priced null where no prices were declared.
 */
export const rollUp = (
  works: readonly ReportedWork[],
  by: RollUpKey,
  priced: { readonly values: ValueTogether['values']; readonly context: ValueContext } | null,
): RolledUp[] => {
  const draws = createDraws(SEED)
  const asked = works.filter(({ isBeside }) => !isBeside)
  const keys = new Map(works.map((work) => [work.id, keyOf(work, by)]))
  const valued = works.flatMap(({ id, mergedAt, isBeside }) => {
    const known = priced?.values.get(id)
    return known?.value.status === 'valued' ? [{ id, mergedAt, isBeside, ...known }] : []
  })
  return [...Map.groupBy(asked, (work) => keyOf(work, by))]
    .map(([key, group]) => ({
      key,
      ...summarise(group),
      trend: trendOf(group),
      value: priced && {
        ...totalValue(
          valued.map((work) => ({ ...work, isBeside: work.isBeside || keys.get(work.id) !== key })),
          priced.context,
          { draws },
        ),
        of: group.length,
      },
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const keyOf = (work: ReportedWork, by: RollUpKey): string =>
  by === 'month' ? work.mergedAt.toISOString().slice(0, 7) : work[by]

/** Everything but money of a group. */
export const summarise = (group: readonly ReportedWork[]): Omit<RolledUp, 'key' | 'value' | 'trend'> => ({
  pullRequests: group.length,
  announced: {
    low: sum(group, ({ low }) => low / 100),
    mid: sum(group, ({ score }) => score / 100),
    high: sum(group, ({ high }) => high / 100),
  },
  effort: effortOf(group),
  significance: spreadOf(group.map(({ score }) => score)),
})

const trendOf = (group: readonly ReportedWork[]): Trend =>
  [...Map.groupBy(group, (work) => keyOf(work, 'month'))]
    .map(([month, works]) => {
      const { significance: _, ...rest } = summarise(works)
      return { month, ...rest }
    })
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))

const BINS = 10

const spreadOf = (scores: readonly number[]): Spread => {
  const sorted = scores.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  const histogram = Array.from({ length: BINS }, () => 0)
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.floor(score / (100 / BINS)))
    histogram[bin] = (histogram[bin] ?? 0) + 1
  }
  return { quartiles: sorted.length === 0 ? null : [at(0.25), at(0.5), at(0.75)], histogram }
}

const effortOf = (group: readonly ReportedWork[]): RolledUp['effort'] => {
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
