import type { EvidenceView, PullRequestEvidence } from '@assay/contracts'

type Range = { readonly low: number; readonly mid: number; readonly high: number }
type Quantiles = { readonly p10: number; readonly p50: number; readonly p90: number }

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Two digits are all that an estimate is good for. */
export const figure = (value: number): string => Number(value.toPrecision(2)).toLocaleString('en-US')

export const rangeWords = ({ low, high }: Range): string => `${figure(low)} to ${figure(high)}`

/** "USD 12,000": the code, as several currencies share a sign. */
export const moneyWords = (currency: string, amount: number): string =>
  `${currency} ${Number(amount.toPrecision(3)).toLocaleString('en-US')}`

export const moneyRange = (currency: string, { p10, p90 }: Quantiles): string =>
  `${moneyWords(currency, p10)} to ${moneyWords(currency, p90)}`

export const dayOf = (moment: string): string => moment.slice(0, 10)

const percent = (value: number): string => `${value.toFixed(0)} %`

const KINDS: Readonly<Record<string, string>> = {
  feature: 'New features',
  fix: 'Corrections',
  perf: 'Performance',
  security: 'Security',
  refactor: 'Refactoring',
  docs: 'Documentation',
  test: 'Tests',
  chore: 'Upkeep',
  deps: 'Dependencies',
}

export const kindWords = (kind: string): string => (Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? kind) : kind)

/** `acme/shop#12`, or the commit where there is no number. */
export const nameOf = ({ repository, number, sha }: PullRequestEvidence): string =>
  number === null ? `${repository}@${sha.slice(0, 10)}` : `${repository}#${number}`

export const titleOf = (evidence: EvidenceView): string =>
  evidence.kind === 'pull-request' ? evidence.title : (evidence.title ?? evidence.name)

export const chanceWords = ({ significance }: PullRequestEvidence): string =>
  significance === null
    ? 'Not assessed yet'
    : `${percent(significance.score)} chance of being announced (${percent(significance.low)} to ${percent(significance.high)})`

/** What it is worth by itself, where that is known. */
export const worthWords = ({ money }: PullRequestEvidence): string[] => {
  if (money?.status !== 'valued') return []
  const { currency, recurring, oneTime } = money
  return [
    ...(recurring ? [`Worth ${moneyRange(currency, recurring)} a year, from what it states`] : []),
    ...(oneTime ? [`Worth ${moneyRange(currency, oneTime)} once, from what it states`] : []),
  ]
}

export const historyWords = ({ event, at, quote }: PullRequestEvidence['history'][number]): string =>
  `${event[0]?.toUpperCase()}${event.slice(1)} ${dayOf(at)}: “${quote}”`

const FIELDS: Readonly<Record<string, string>> = { title: 'title', body: 'description', commit: 'commit', text: 'text' }

/** Words of the source to the letter: those that were chosen, then those that state an effect; none twice. */
export const quotesOf = (piece: EvidenceView): { text: string; source: string }[] => {
  const claims = piece.kind === 'pull-request' ? piece.claims : []
  const name = piece.kind === 'pull-request' ? nameOf(piece) : piece.name
  const quotes = [...(piece.quote ? [piece.quote] : []), ...claims].map(({ text, field, start, end }) => ({
    text,
    source: `${name}, ${FIELDS[field] ?? field}, characters ${start} to ${end}`,
  }))
  return [...new Map(quotes.map((quote) => [quote.text, quote])).values()]
}
