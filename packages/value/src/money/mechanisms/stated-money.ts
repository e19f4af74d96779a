import type { ValueContext } from '../context.ts'
import { periodOf, timesAYear } from '../durations.ts'
import { matchItem } from '../match-item.ts'
import type { Input } from '../value.ts'
import { assumed, constant, type Outcome, partOf, quoted, type Statement } from './statement.ts'
import { yearlyRuns } from './yearly-runs.ts'

/** The amount itself × credibility: by the year if it is stated per period or run, otherwise once. */
export const statedMoney = (statement: Statement, context: ValueContext): Outcome => {
  const { claim, change, subject } = statement
  if (change.money === null) return null
  const { range, currency } = change.money
  const exchange = exchangeOf(currency, context)
  if ('because' in exchange) return exchange
  const amount = [quoted(currency, range, statement), ...exchange]
  const period = periodOf(claim.period)
  const named = matchItem(subject, context, () => true)
  if (period === null) return partOf('stated money', 'one-time', statement, named, amount)
  if ('calendar' in period) {
    return partOf('stated money', 'recurring', statement, named, [
      ...amount,
      constant(`${period.calendar}s a year`, timesAYear(period.calendar)),
    ])
  }
  const match = matchItem(subject, context, ({ runs }) => runs !== undefined)
  if (match === null || /^(?:developer|user|minute|second)$/.test(period.event)) {
    return { because: `how many times a year there is a ${period.event} is not declared (items[].runs)` }
  }
  const runs = yearlyRuns(match.item)
  if ('because' in runs) return runs
  return partOf('stated money', 'recurring', statement, match, [...amount, ...runs])
}

const exchangeOf = (
  currency: string,
  context: Pick<ValueContext, 'currency' | 'exchangeRates'>,
): Input[] | { readonly because: string } => {
  if (currency === context.currency) return []
  const rate = Object.hasOwn(context.exchangeRates, currency) ? context.exchangeRates[currency] : undefined
  return rate === undefined
    ? { because: `what ${currency} are worth in ${context.currency} is not declared (exchangeRates)` }
    : [assumed(`${context.currency} for one ${currency}`, rate)]
}
