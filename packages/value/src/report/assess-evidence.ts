import { valueTogether } from '../counting/value-together.ts'
import { noPrices, type ValueContext } from '../money/context.ts'
import type { ReportedWork } from '../roll-up/reported-work.ts'
import { type SummedUp, sumGroups } from '../roll-up/sum-groups.ts'
import { toValuedWork } from '../stored/valued-work.ts'
import { toAchievement } from './achievement.ts'
import type { Achievement } from './report.ts'

/** Pull requests that prove something, one by one, in groups that may overlap, and as a whole. */
export type AssessedEvidence = {
  readonly items: ReadonlyMap<string, Achievement>
  readonly groups: ReadonlyMap<string, SummedUp>
  readonly whole: SummedUp
}

const WHOLE = ''

/**
 * Tells what evidence comes to, as reports do. What stands in two groups is in the sum of both, and in the whole once.
 * @param groups ids of pull requests by a name that is not empty; those that were not assessed are passed over.
 */
export const assessEvidence = (
  works: readonly ReportedWork[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  context: ValueContext | null,
): AssessedEvidence => {
  const together = valueTogether(works.map(toValuedWork), context ?? noPrices)
  const asked = works.filter(({ isBeside }) => !isBeside)
  const wanted = new Map([[WHOLE, asked], ...within(asked, groups)])
  const sums = sumGroups(works, wanted, context && { values: together.values, context })
  const [whole, ...rest] = sums
  if (!whole) throw new Error('The sum of everything is missing')
  return {
    items: new Map(asked.map((work) => [work.id, toAchievement(work, together, context !== null)])),
    groups: new Map(rest.map((sum) => [sum.key, sum])),
    whole,
  }
}

const within = (asked: readonly ReportedWork[], groups: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...groups].map(([key, ids]): [string, readonly ReportedWork[]] => [key, asked.filter(({ id }) => ids.has(id))])
