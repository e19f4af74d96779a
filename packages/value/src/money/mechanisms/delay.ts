import type { ValueContext } from '../context.ts'
import { secondsIn, weeksIn } from '../durations.ts'
import { matchItem } from '../match-item.ts'
import { assumed, constant, type Outcome, partOf, quoted, type Statement } from './statement.ts'

const OF_DELAY = /\b(?:earlier|sooner|ahead of|later|delay(?:s|ed)?|postpone[sd]?)\b/i

/** Whether a statement is of days and weeks that something comes earlier or later, not of work that takes as long. */
export const isDelay = ({ claim, subject }: Statement): boolean =>
  weeksIn(claim.unit) !== null && claim.value !== null && OF_DELAY.test(subject.near)

/** Declared cost of a week's delay × weeks stated × credibility (Reinertsen's cost of delay). Once. */
export const avoidedDelay = (statement: Statement, context: ValueContext): Outcome => {
  const { claim, change, subject } = statement
  const [weeks, seconds] = [weeksIn(claim.unit), secondsIn(claim.unit)]
  if (weeks === null || seconds === null || change.seconds === null) return null
  const match = matchItem(subject, context, ({ delay }) => delay !== undefined)
  if (!match?.item.delay) return { because: 'what a week of delay costs is not declared (items[].delay)' }
  const [least, most] = change.seconds
  return partOf('delay', 'one-time', statement, match, [
    assumed(`cost of a week's delay of '${match.item.name}'`, match.item.delay.costPerWeek),
    quoted(`${claim.unit}s`, [least / seconds, most / seconds], statement),
    constant(`weeks in a ${claim.unit}`, weeks),
  ])
}
