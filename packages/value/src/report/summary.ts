import type { Quantiles } from '../money/value.ts'
import type { Evidence } from './evidence-guard.ts'
import type { Report } from './report.ts'

type Facts = Pick<Report, 'whole' | 'byKind' | 'byMonth' | 'byRepository' | 'stated' | 'undone'>

/** What the collected facts say in sentences; each number in them is one of `evidenceOf`. */
export const sentencesOf = ({ whole, byKind, stated, undone }: Facts): string[] => {
  const { pullRequests, announced, effort, value } = whole
  if (pullRequests === 0) return ['No pull request was merged that this report asks for.']
  const kinds = byKind.map(({ key, pullRequests: count }) => `${count} ${key}`).join(', ')
  return [
    `${counted(pullRequests, 'pull request was', 'pull requests were')} merged: ${kinds}.`,
    `Maintainers would be expected to announce ${figure(announced.mid)} of them (${figure(announced.low)} where little is announced, ${figure(announced.high)} where much is).`,
    ...(effort
      ? [
          `The work on ${effort.estimated} of them took an estimated ${figure(effort.mid)} h (${figure(effort.low)} h to ${figure(effort.high)} h).`,
        ]
      : []),
    `${counted(stated.length, 'states', 'state')} an effect in numbers.`,
    ...(value ? sentencesOfValue(value) : ['No prices were declared, so nothing is told in money.']),
    ...(undone.length > 0 ? [`${counted(undone.length, 'was', 'were')} reverted or repaired later.`] : []),
  ]
}

const sentencesOfValue = ({
  valued,
  of,
  currency,
  oneTime,
  recurring,
  perCost,
}: NonNullable<Facts['whole']['value']>) => {
  const range = ({ p10, p50, p90 }: Quantiles) =>
    `${money(currency, p50)} (${money(currency, p10)} to ${money(currency, p90)})`
  return [
    `${valued} of ${of} have a value in money; the others are unknown, not 0.`,
    ...(recurring ? [`Those come to ${range(recurring)} a year.`] : []),
    ...(recurring ? [`Until the horizon that is ${range(recurring.presentValue)} today.`] : []),
    ...(oneTime ? [`Once, they come to ${range(oneTime)}.`] : []),
    ...(perCost
      ? [`The hours of the ${perCost.pullRequests} that have both a value and a cost come to ${range(perCost.cost)}.`]
      : []),
  ]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const figure = (value: number): string => String(Number(value.toPrecision(2)))

/** "USD 12,000": the code, as several currencies share a sign. */
export const money = (currency: string, amount: number): string =>
  `${currency} ${Number(amount.toPrecision(3)).toLocaleString('en-US')}`

/** Everything that sentences of a report may rest their numbers on. */
export const evidenceOf = ({ whole, byKind, byMonth, byRepository, stated, undone }: Facts): Evidence => {
  const { pullRequests, announced, effort, value } = whole
  const quotes = stated.flatMap((achievement) => achievement.quotes)
  const groups = [...byKind, ...byMonth, ...byRepository]
  const amounts = [value?.oneTime, value?.recurring, value?.recurring?.presentValue, value?.perCost?.cost]
  return {
    // What was measured to be otherwise is no evidence, though somebody stated it.
    quotes: quotes.flatMap(({ text, measured }) => (measured && !measured.confirms ? [] : [text])),
    measured: quotes.flatMap(({ measured }) => measured ?? []),
    counts: [
      ...[pullRequests, stated.length, undone.length, 0],
      ...groups.map((group) => group.pullRequests),
      ...[announced.low, announced.mid, announced.high].map((value) => Number(figure(value))),
      ...(effort ? [effort.estimated] : []),
      ...(value ? [value.valued, value.of, value.perCost?.pullRequests ?? 0] : []),
    ],
    estimates: [
      ...(effort ? [effort.low, effort.mid, effort.high].map((hours) => ({ value: hours, unit: 'h' })) : []),
      ...amounts.flatMap((quantiles) =>
        quantiles && value
          ? [quantiles.p10, quantiles.p50, quantiles.p90].map((amount) => ({ value: amount, unit: value.currency }))
          : [],
      ),
    ],
  }
}
