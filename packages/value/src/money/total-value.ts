import type { ValueContext } from './context.ts'
import { type Counted, countOnce, type Duplicate, type ValuedPullRequest } from './count-once.ts'
import { add, createDraws, type Draws, quantilesOf, rounded, SEED, scaled } from './draws.ts'
import { presentValueFactor } from './present-value.ts'
import type { PlannedPart, Quantiles, Recurring } from './value.ts'

export type TotalValue = {
  readonly contextVersion: string
  readonly seed: string
  readonly currency: string
  /** How many of how many have a value; the others are not worth 0 but unknown. */
  readonly valued: number
  readonly of: number
  readonly oneTime: Quantiles | null
  readonly recurring: Recurring | null
  /** Of those pull requests alone that have both a value and a cost: value for each unit spent on them. */
  readonly perCost: {
    readonly pullRequests: number
    readonly cost: Quantiles
    readonly oneTime: Quantiles | null
    readonly recurringPresentValue: Quantiles | null
  } | null
  readonly duplicates: readonly Duplicate[]
}

/**
 * Adds up what pull requests are worth under one context, draw by draw: what they assume in common goes up and down in
 * all of them at once, so that the total of many is as uncertain as its assumptions are. Savings on one whole compound,
 * and never exceed it.
 */
export const totalValue = (
  pullRequests: readonly ValuedPullRequest[],
  context: ValueContext,
  { seed = SEED, draws = createDraws(seed) }: { readonly seed?: string; readonly draws?: Draws } = {},
): TotalValue => {
  for (const { id, value } of pullRequests) {
    if (value.contextVersion === context.version) continue
    throw new Error(`${id} was priced under context ${value.contextVersion}, not ${context.version}`)
  }
  const { counted, duplicates } = countOnce(pullRequests)
  const both = counted.filter(({ value }) => value.cost !== null)
  const oneTime = sumOf(counted, 'one-time', draws)
  const recurring = sumOf(counted, 'recurring', draws)
  const yearly = recurring && rounded(quantilesOf(recurring))
  return {
    contextVersion: context.version,
    seed: draws.seed,
    currency: context.currency,
    valued: counted.length,
    of: pullRequests.filter(({ isBeside }) => !isBeside).length,
    oneTime: oneTime && rounded(quantilesOf(oneTime)),
    recurring: yearly && { ...yearly, presentValue: rounded(scaled(yearly, presentValueFactor(context))) },
    perCost: both.length === 0 ? null : perCost(both, context, draws),
    duplicates,
  }
}

const sumOf = (counted: readonly Counted[], stream: PlannedPart['stream'], draws: Draws): Float64Array | null => {
  const parts = counted.flatMap(({ parts: own }) => own.filter((part) => part.stream === stream))
  const isKnown = counted.some(({ value }) => (stream === 'one-time' ? value.oneTime : value.recurring) !== null)
  if (!isKnown) return null
  const sum = draws.productOf([]).fill(0)
  for (const [whole, ofIt] of Map.groupBy(parts, wholeOf)) {
    if (whole === null) for (const { inputs, sign } of ofIt) add(sum, draws.productOf(inputs), sign)
    else add(sum, compounded(ofIt, draws), 1)
  }
  return sum
}

/** Names the whole that a part saves a share of; null for what is an amount by itself, and for losses, without bound. */
const wholeOf = ({ sign, inputs, wholeInputs }: PlannedPart): string | null =>
  sign < 0 || wholeInputs === 0 ? null : JSON.stringify(inputs.slice(0, wholeInputs).map(({ name }) => name))

/** What is left after one saving is what the next one saves of: whole × (1 − ∏ (1 − share)). */
const compounded = (parts: readonly PlannedPart[], draws: Draws): Float64Array => {
  const left = draws.productOf([])
  for (const { inputs, wholeInputs } of parts) {
    const share = draws.productOf(inputs.slice(wholeInputs))
    for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) * (1 - Math.min(1, share[at] ?? 0))
  }
  const saved = draws.productOf(parts[0]?.inputs.slice(0, parts[0].wholeInputs) ?? [])
  for (let at = 0; at < saved.length; at += 1) saved[at] = (saved[at] ?? 0) * (1 - (left[at] ?? 0))
  return saved
}

const perCost = (both: readonly Counted[], context: ValueContext, draws: Draws): TotalValue['perCost'] => {
  const cost = draws.productOf([]).fill(0)
  for (const { value } of both) if (value.cost) add(cost, draws.productOf(value.cost.inputs), 1)
  const ratio = (value: Float64Array | null, by: number): Quantiles | null =>
    value && rounded(scaled(quantilesOf(value.map((each, at) => each / (cost[at] ?? 1))), by))
  return {
    pullRequests: both.length,
    cost: rounded(quantilesOf(cost)),
    oneTime: ratio(sumOf(both, 'one-time', draws), 1),
    recurringPresentValue: ratio(sumOf(both, 'recurring', draws), presentValueFactor(context)),
  }
}
