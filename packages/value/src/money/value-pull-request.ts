import type { ValueContext } from './context.ts'
import { costOfEffort } from './cost-of-effort.ts'
import { add, createDraws, type Draws, quantilesOf, rounded, SEED, scaled } from './draws.ts'
import { rework } from './mechanisms/rework.ts'
import { planParts } from './plan-parts.ts'
import { presentValueFactor } from './present-value.ts'
import { tornado } from './tornado.ts'
import type { MonetisedValue, PlannedPart, ValueEvidence, ValuePart } from './value.ts'

type Options = {
  /** Other seeds draw other numbers from the same distributions. */
  readonly seed?: string
  /** What was drawn before under the same seed, to price many pull requests faster; results are the same without. */
  readonly draws?: Draws
}

/**
 * Prices what a pull request's text states, by Monte Carlo over what the context assumes. Nothing stated or nothing
 * assumed gives no value, and the reasons; never a default. The same arguments give the same bytes.
 */
export const valuePullRequest = (
  evidence: ValueEvidence,
  context: ValueContext,
  { seed = SEED, draws = createDraws(seed) }: Options = {},
): MonetisedValue => {
  const { parts: planned, leftOut } = planParts(evidence, context)
  // Repair lowers what was shown; where nothing was, it is a cost of work like any other.
  const repair = planned.length > 0 ? rework(evidence, context) : null
  const isTakenBack = (part: PlannedPart) => evidence.isReverted === true && part.sign > 0
  const parts = [...planned.filter((part) => !isTakenBack(part)), ...(repair ? [repair] : [])]
  const clawedBack = planned.filter(isTakenBack)
  const priced = { contextVersion: context.version, seed: draws.seed }
  if (parts.length === 0 && clawedBack.length === 0) {
    return { ...priced, status: 'not-valued', because: becauseOf(evidence, leftOut) }
  }
  const cost = costOfEffort(evidence.effort, context)
  const streamOf = (stream: PlannedPart['stream']) => {
    const own = parts.filter((part) => part.stream === stream)
    if (own.length === 0) return clawedBack.some((part) => part.stream === stream) ? { p10: 0, p50: 0, p90: 0 } : null
    const sum = draws.productOf([]).fill(0)
    for (const { inputs, sign } of own) add(sum, draws.productOf(inputs), sign)
    return rounded(quantilesOf(sum))
  }
  const yearly = streamOf('recurring')
  return {
    ...priced,
    status: 'valued',
    currency: context.currency,
    oneTime: streamOf('one-time'),
    recurring: yearly && { ...yearly, presentValue: rounded(scaled(yearly, presentValueFactor(context))) },
    parts: parts.map((part) => valuePart(part, draws)),
    clawedBack: clawedBack.map((part) => valuePart(part, draws)),
    cost: cost && { ...rounded(quantilesOf(draws.productOf(cost))), inputs: cost },
    tornado: tornado(parts, draws),
    leftOut,
  }
}

const becauseOf = ({ claims, kind, isReverted }: ValueEvidence, leftOut: readonly string[]): string[] => {
  if (leftOut.length > 0) return [...leftOut]
  if (isReverted) return ['it was reverted']
  if (claims.length === 0 && kind === 'refactor')
    return ['what a refactoring is worth has no price: it states no effect']
  return ['its text states no quantity of an effect']
}

const valuePart = (part: PlannedPart, draws: Draws): ValuePart => {
  const sum = draws.productOf([]).fill(0)
  add(sum, draws.productOf(part.inputs), part.sign)
  return {
    ...part,
    formula: `${part.sign < 0 ? '− ' : ''}${part.inputs.map(({ name }) => name).join(' × ')}`,
    ...rounded(quantilesOf(sum)),
  }
}
