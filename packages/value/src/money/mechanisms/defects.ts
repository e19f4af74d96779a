import type { ValueContext } from '../context.ts'
import { matchItem, type Subject } from '../match-item.ts'
import { SENTENCE_END } from '../sentence-of.ts'
import type { PlannedPart } from '../value.ts'
import { assumed, constant, type Outcome, partOf, quoted, type Statement } from './statement.ts'

/** Incidents a year × the part that no longer happens, as stated × cost of one × credibility. Per year. */
export const fewerDefects = (statement: Statement, context: ValueContext): Outcome => {
  const { claim, change, subject } = statement
  if (claim.metric !== 'error_rate') return null
  if (change.share === null) return { because: 'rates before and after are not stated' }
  const match = matchItem(subject, context, ({ incidents }) => incidents?.perYear !== undefined)
  const incidents = match?.item.incidents
  if (!match || !incidents?.perYear) {
    return { because: 'no item of the context that matches it declares incidents a year' }
  }
  const { name } = match.item
  const whole = [
    assumed(`incidents of '${name}' a year`, incidents.perYear),
    assumed(`cost of an incident of '${name}'`, incidents.cost),
  ]
  return partOf('defects', 'recurring', statement, match, [quoted('part of them', change.share, statement)], whole)
}

const CLOSES = /\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?#\d+/i

/**
 * One fixed bug is one bug, however many numbers its text holds: one incident, once, for a fix that names the issue it
 * closes.
 */
export const fixedBug = (
  { kind, text, subject }: { kind: string | null; text: string; subject: Subject },
  context: ValueContext,
): PlannedPart | null => {
  const told = text.split(SENTENCE_END).find((sentence) => CLOSES.test(sentence))
  const [reference] = CLOSES.exec(told ?? '') ?? []
  if (kind !== 'fix' || told === undefined || reference === undefined) return null
  const match = matchItem({ ...subject, near: told }, context, ({ incidents }) => incidents !== undefined)
  if (!match?.item.incidents) return null
  const { name, incidents } = match.item
  return {
    mechanism: 'defects',
    stream: 'one-time',
    sign: 1,
    told: 1,
    item: name,
    matchedBy: match.by,
    quote: reference,
    inputs: [
      { ...constant('bugs fixed', 1), source: 'quote' },
      assumed(`cost of an incident of '${name}'`, incidents.cost),
      { name: 'credibility of asserted claims', distribution: { kind: 'beta', a: 2, b: 3 }, source: 'default' },
    ],
    wholeInputs: 0,
    effect: JSON.stringify(['bug', name, subject.repository, reference.replace(/^\w+:?\s+/, '')]),
  }
}
