import { isExtreme } from '../change-of-claim.ts'
import type { ValueContext } from '../context.ts'
import { periodOf } from '../durations.ts'
import { matchItem } from '../match-item.ts'
import type { Input } from '../value.ts'
import { hourlyRate } from './hourly-rate.ts'
import { assumed, constant, type Outcome, partOf, quoted, type Statement } from './statement.ts'
import { yearlyOccasions, yearlyWaits } from './yearly-runs.ts'

const OF_TIME = new Set(['time', 'latency', 'speed'])

/** People × times a year × hours saved × cost of an hour × adoption × credibility. Per year. */
export const timeSaved = (statement: Statement, context: ValueContext): Outcome => {
  const { claim, change, subject } = statement
  const { seconds, share } = change
  if (OF_TIME.has(claim.metric) && isExtreme(claim)) return { because: `${claim.scope} is not what every run takes` }
  if (seconds === null && (share === null || !OF_TIME.has(claim.metric))) return null
  const match = matchItem(subject, context, ({ runs, people }) => (runs ?? people) !== undefined)
  if (match === null) return { because: 'no item of the context that matches it declares who runs it how often' }
  const { item } = match
  const period = seconds === null ? null : periodOf(claim.period)
  const times = period !== null && 'calendar' in period ? yearlyOccasions(item, period.calendar) : yearlyWaits(item)
  if ('because' in times) return times
  const rate = hourlyRate(item.role, context, `'${item.name}'`)
  if ('because' in rate) return rate
  const before = item.takesSeconds && assumed(`seconds that '${item.name}' took`, item.takesSeconds)
  const worth = [...times, constant('hours in a second', 1 / 3_600), rate]
  const adoption = adoptionOf(statement, item)
  if (seconds !== null) {
    const saved = quoted('seconds', seconds, statement)
    // Nobody saves more of a run than it took; how much longer it takes has no such bound.
    const bounded = before && change.sign > 0 ? { ...saved, atMost: before } : saved
    return partOf('time', 'recurring', statement, match, [...worth, bounded, ...adoption])
  }
  if (share === null || before === undefined) {
    return { because: `how long '${item.name}' took is not declared (items[].takesSeconds)` }
  }
  const part = quoted('part of the time', share, statement)
  return partOf('time', 'recurring', statement, match, [part, ...adoption], [...worth, before])
}

/** Time lost is lost to all; of time gained only a part is put to use. */
const adoptionOf = ({ change }: Statement, { name, adoption }: ValueContext['items'][number]): Input[] => {
  if (change.sign < 0) return []
  return adoption
    ? [assumed(`adoption of '${name}'`, adoption)]
    : [{ name: `adoption of '${name}'`, distribution: { kind: 'beta', a: 2, b: 2 }, source: 'default' }]
}
