import type { Block } from '@assay/paper'
import type { MonetisedValue } from '../money/value.ts'
import type { RolledUp } from '../roll-up/roll-up.ts'
import type { Achievement, Measured, Report } from './report.ts'
import { money } from './summary.ts'

/** A report as a sequence of pieces, the same in every format. */
export const layoutReport = (report: Report): Block[] => [
  { kind: 'heading', level: 1, text: report.title },
  { kind: 'paragraph', text: subjectOf(report) },
  { kind: 'list', items: report.sentences },
  {
    kind: 'bars',
    title: 'Merged pull requests by month',
    bars: report.byMonth.map(({ key, pullRequests }) => ({
      label: key,
      value: pullRequests,
      text: String(pullRequests),
    })),
  },
  ...section('Headlines', 'By the chance that maintainers would announce them.', report.headlines),
  ...section('Effects stated in numbers', 'In the order of their merges, in their authors’ words.', report.stated),
  ...section('Reverted or repaired later', 'What was shown before is lowered by it.', report.undone),
  ...table('By kind', report.byKind),
  ...(report.byRepository.length > 1 ? table('By repository', report.byRepository) : []),
  ...nearMisses(report),
  ...refusals(report),
  { kind: 'heading', level: 2, text: 'Method and limits' },
  {
    kind: 'list',
    items: [...limits, `Method: ${report.method}; prices: ${priceVersion(report)}; made ${report.madeAt}.`],
  },
]

const limits = [
  'Significance is the chance that maintainers announce a pull request, learned from release notes. That something was announced does not prove what it was worth.',
  'Effort is estimated from lines that somebody wrote, fitted to the time between commits: a floor, not a time sheet.',
  'Effects are what the authors state; quotes are to the letter. A claim is not a measurement; where one was made after the merge, it stands with the quote and counts in its place.',
  'Money is given only where a quantity is stated and its price is declared. Totals in money cannot be validated on public data.',
  'Pull requests without a value are unknown, not worth nothing. Effort, significance, effects and money are never added up.',
]

const subjectOf = ({ repository, authors, from, to }: Report): string =>
  [
    authors ? `Work of ${authors.join(', ')}` : 'All work',
    repository ? `in ${repository}` : 'in all repositories',
    `merged from ${from.slice(0, 10)} until ${to.slice(0, 10)} (UTC, the last day left out)`,
  ].join(' ')

const priceVersion = ({ contextVersion }: Report): string =>
  contextVersion === null ? 'none declared' : `context version ${contextVersion}`

const section = (title: string, about: string, achievements: readonly Achievement[]): Block[] =>
  achievements.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'paragraph', text: about },
        ...achievements.flatMap(achievementBlocks),
      ]

const achievementBlocks = (achievement: Achievement): Block[] => {
  const { title, kind, author, mergedAt, significance, quotes, value, history } = achievement
  const { score, low, high } = significance
  const facts = [
    `${kind}, merged ${mergedAt.slice(0, 10)} by ${author}`,
    `chance of being announced ${score.toFixed(0)} % (${low.toFixed(0)} % to ${high.toFixed(0)} %)`,
    ...valueWords(value),
    ...history.map(({ event, at, quote }) => `${event} ${at.slice(0, 10)}: “${quote}”`),
  ]
  return [
    { kind: 'heading', level: 3, text: `${nameOf(achievement)} ${title}` },
    { kind: 'paragraph', text: `${facts.join('; ')}.` },
    ...quotes.map(
      ({ text, field, start, end, measured }): Block => ({
        kind: 'quote',
        text,
        source: `${nameOf(achievement)}, ${field} ${start} to ${end}${measured ? `; ${measuredWords(measured)}` : ''}`,
      }),
    ),
  ]
}

const measuredWords = ({ value, unit, at, confirms }: Measured): string =>
  `measured ${at.slice(0, 10)}: ${value}${unit === null ? '' : ` ${unit}`}, which ${confirms ? 'bears it out' : 'does not bear it out'}`

const nameOf = ({ repository, number, sha }: Achievement): string =>
  number === null ? `${repository}@${sha.slice(0, 10)}` : `${repository}#${number}`

const valueWords = (value: MonetisedValue | null): string[] => {
  if (value?.status !== 'valued') return []
  const range = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }) =>
    `${money(value.currency, p50)} (${money(value.currency, p10)} to ${money(value.currency, p90)})`
  return [
    ...(value.recurring ? [`${range(value.recurring)} a year`] : []),
    ...(value.oneTime ? [`${range(value.oneTime)} once`] : []),
  ]
}

const table = (title: string, rows: readonly RolledUp[]): Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        {
          kind: 'table',
          head: ['', 'Pull requests', 'Expected to be announced', 'Hours (90 %)', 'Valued', 'A year (p10 to p90)'],
          rows: rows.map(({ key, pullRequests, announced, effort, value }) => [
            key,
            String(pullRequests),
            announced.mid.toFixed(1),
            effort ? `${effort.mid.toFixed(0)} (${effort.low.toFixed(0)} to ${effort.high.toFixed(0)})` : 'unknown',
            value ? `${value.valued} of ${value.of}` : 'no prices',
            value?.recurring
              ? `${money(value.currency, value.recurring.p10)} to ${money(value.currency, value.recurring.p90)}`
              : 'unknown',
          ]),
        },
      ]

const nearMisses = ({ nearMisses: pairs }: Report): Block[] =>
  pairs.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Names to look at' },
        { kind: 'paragraph', text: 'They may be one person’s. Nothing was merged; a report takes several names.' },
        { kind: 'list', items: pairs.map(({ names, because }) => `${names.join(' and ')}: ${because}`) },
      ]

const refusals = ({ refused }: Report): Block[] =>
  refused.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: 'Left out for want of evidence' },
        { kind: 'list', items: refused.map(({ sentence, why }) => `“${sentence}”: ${why}`) },
      ]
