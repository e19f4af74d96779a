import type { Grouping, UnclearCount } from './counting-question.ts'
import { placeOf, type Reading, take, unclear } from './reading.ts'

const groupings: Readonly<Record<string, Grouping>> = {
  month: 'month',
  author: 'author',
  contributor: 'author',
  engineer: 'author',
  developer: 'author',
  person: 'author',
  kind: 'kind',
  type: 'kind',
  category: 'kind',
  repo: 'repository',
  repository: 'repository',
  project: 'repository',
}
/** What people group by and we do not. */
const others = 'hour|day|week|quarter|year|label|team|reviewer|size|language|file|release|status'
const phrase = new RegExp(
  `\\b(?:(?:grouped\\s+|split\\s+|broken\\s+down\\s+)?by|per|(?:for\\s+|in\\s+)?(?:each|every))\\s+(${Object.keys(groupings).join('|')}|${others})\\b|\\bmonthly\\b`,
  'i',
)

/** Reads what the count is to be split by. People are set side by side only where that is asked for in words. */
export const readGrouping = (reading: Reading): Reading | UnclearCount => {
  const match = phrase.exec(reading.rest)
  if (!match) return reading
  const groupBy = groupings[(match[1] ?? 'month').toLowerCase()]
  if (groupBy === undefined) {
    return unclear('unknown-grouping', 'Counts can be split by month, author, kind or repository.', [match[0]])
  }
  const result = { ...take(reading, 'groupBy', placeOf(match)), groupBy }
  const other = phrase.exec(result.rest)
  return other ? unclear('several-groupings', 'A count can be split by one thing only.', [match[0], other[0]]) : result
}
