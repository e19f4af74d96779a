import type { Effort } from '../effort/estimate-effort.ts'
import { type LinkedWork, resolveLinks } from '../links/resolve-links.ts'
import type { ValueContext } from '../money/context.ts'
import type { Distribution } from '../money/distribution.ts'
import { createDraws, SEED } from '../money/draws.ts'
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

export type ValueTogether = {
  /** What each is worth by itself, with what became of it. */
  readonly values: ReadonlyMap<string, { value: MonetisedValue; history: History; changeSet: string | null }>
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
  const links = resolveLinks(works)
  const historyOf = historiesOf(works, links)
  const changeSets = changeSetsOf(works, links)
  const efforts = new Map(works.map(({ id, evidence }) => [id, evidence.effort]))
  const values = new Map(
    works.map(({ id, evidence }) => {
      const history = historyOf(id)
      const reworkHours = hoursOf(history.repairedBy.map((by) => efforts.get(by)))
      const value = valuePullRequest({ ...evidence, isReverted: history.isReverted, reworkHours }, context, { draws })
      return [id, { value, history, changeSet: changeSets.get(id) ?? null }]
    }),
  )
  const valued = works.flatMap(({ id, mergedAt, isBeside }) => {
    const known = values.get(id)
    return known ? [{ id, mergedAt, isBeside, value: known.value, changeSet: known.changeSet }] : []
  })
  return { values, total: totalValue(valued, context, { draws }) }
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
