import type { ContextItem } from '../context.ts'
import type { CalendarPeriod } from '../durations.ts'
import type { Input } from '../value.ts'
import { assumed, constant } from './statement.ts'

type Inputs = readonly Input[] | { readonly because: string }

const RUN_PERIODS = { week: 52, month: 12, year: 1 } as const

/** How often people work in a period: 46 weeks of five days a year, the rest being holidays, feasts and sickness. */
const WORKED: Readonly<Record<Exclude<CalendarPeriod, 'hour'>, number>> = { day: 230, week: 46, month: 12, year: 1 }

/** How often an item is run in a year, by everybody together. */
export const yearlyRuns = ({ name, runs, people }: ContextItem): Inputs => {
  if (!runs) return { because: `how often '${name}' is run is not declared (items[].runs)` }
  const count = [
    assumed(`runs of '${name}' per ${runs.per}`, runs.count),
    constant(`${runs.per}s of runs a year`, RUN_PERIODS[runs.per]),
  ]
  if (runs.counted === 'in-total') return count
  return people
    ? [assumed(`people of '${name}'`, people), ...count]
    : { because: `how many people run '${name}' is not declared (items[].people)` }
}

/** How often in a year somebody waits for a run of an item. */
export const yearlyWaits = (item: ContextItem): Inputs => {
  const runs = yearlyRuns(item)
  if ('because' in runs || item.runs?.counted === 'per-person') return runs
  return item.waiting
    ? [assumed(`people waiting for a run of '${item.name}'`, item.waiting), ...runs]
    : { because: `how many people wait for a run of '${item.name}' is not declared (items[].waiting)` }
}

/** How often in a year it happens to somebody when a text itself tells how often it happens to each. */
export const yearlyOccasions = ({ name, people }: ContextItem, period: CalendarPeriod): Inputs => {
  if (period === 'hour') return { because: 'how many hours a day it happens is not told' }
  return people
    ? [assumed(`people of '${name}'`, people), constant(`worked ${period}s a year`, WORKED[period])]
    : { because: `how many people '${name}' concerns is not declared (items[].people)` }
}
