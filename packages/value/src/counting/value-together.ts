import type { Effort } from '../effort/estimate-effort.ts'
import { type LinkedWork, resolveLinks } from '../links/resolve-links.ts'
import type { ValueContext } from '../money/context.ts'
import type { Distribution } from '../money/distribution.ts'
import { createDraws, type Draws, SEED } from '../money/draws.ts'
import { type TotalValue, totalValue } from '../money/total-value.ts'
import type { MonetisedValue, ValueEvidence } from '../money/value.ts'
import { valuePullRequest } from '../money/value-pull-request.ts'
import { changeSetsOf } from './change-sets.ts'
import { type History, historiesOf } from './history.ts'

export type ValuedWork = LinkedWork & {
  readonly evidence: ValueEvidence
  /** Not asked for itself, but it may tell of the same effect, or have undone it. */
  readonly isBeside: boolean
}

export type StandingValue = {
  readonly value: MonetisedValue
  readonly history: History
  /** The earliest pull request that carries the same change. */
  readonly changeSet: string | null
}

export type ValueTogether = {
  /** What each is worth by itself, with what became of it. */
  readonly values: ReadonlyMap<string, StandingValue>
  /** What those asked for are worth together: every effect counts once. */
  readonly total: TotalValue
}

/**
 * Prices pull requests that know of each other: what was reverted is taken back, hours of repair count against what they
 * repaired, and one change counts once, in the earliest pull request that carries it.
 */
export const valueTogether = (
  works: readonly ValuedWork[],
  context: ValueContext,
  { seed = SEED }: { readonly seed?: string } = {},
): ValueTogether => {
  const draws = createDraws(seed)
  const price = pricingAmong(works, context, draws)
  const values = new Map(works.map((work) => [work.id, price(work)]))
  const valued = works.flatMap(({ id, mergedAt, isBeside }) => {
    const known = values.get(id)
    return known ? [{ id, mergedAt, isBeside, value: known.value, changeSet: known.changeSet }] : []
  })
  return { values, total: totalValue(valued, context, { draws }) }
}

/** Prices those asked for one by one, and nothing together. */
export const valueApart = (works: readonly ValuedWork[], context: ValueContext): ReadonlyMap<string, StandingValue> => {
  const price = pricingAmong(works, context, createDraws(SEED))
  return new Map(works.filter(({ isBeside }) => !isBeside).map((work) => [work.id, price(work)]))
}

const pricingAmong = (works: readonly ValuedWork[], context: ValueContext, draws: Draws) => {
  const links = resolveLinks(works)
  const historyOf = historiesOf(works, links)
  const changeSets = changeSetsOf(works, links)
  const efforts = new Map(works.map(({ id, evidence }) => [id, evidence.effort]))
  return ({ id, evidence }: ValuedWork): StandingValue => {
    const history = historyOf(id)
    const reworkHours = hoursOf(history.repairedBy.map((by) => efforts.get(by)))
    const value = valuePullRequest({ ...evidence, isReverted: history.isReverted, reworkHours }, context, { draws })
    return { value, history, changeSet: changeSets.get(id) ?? null }
  }
}

/** Hours of several repairs: their ends are added up, as what one estimate is off by the others are off by, too. */
const hoursOf = (efforts: readonly (Effort | undefined)[]): Distribution | undefined => {
  const known = efforts.filter((effort) => effort?.status === 'estimated')
  if (known.length === 0) return undefined
  const sum = (of: (effort: (typeof known)[number]) => number) => known.reduce((total, effort) => total + of(effort), 0)
  const [p5, p50, p95] = [
    sum(({ interval90 }) => interval90[0]),
    sum(({ hours }) => hours),
    sum(({ interval90 }) => interval90[1]),
  ]
  return p5 > 0 ? { kind: 'skewed', p5, p50, p95 } : { kind: 'uniform', low: p5, high: p95 }
}
