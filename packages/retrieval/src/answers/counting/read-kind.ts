import type { CountedKind, UnclearCount } from './counting-question.ts'
import { placeOf, type Reading, take, unclear } from './reading.ts'

const more = '(?:[\\s-]+(?:fix(?:es)?|patch(?:es)?|improvements?|updates?|bumps?|upgrades?|changes?|additions?|work))?'

/** The kinds by their everyday words. The more telling word comes first: a "security fix" is no mere fix. */
const everyday: readonly (readonly [CountedKind, string])[] = [
  ['security', `(?:security${more}|vulnerabilit(?:y|ies)${more})`],
  ['deps', `(?:dependency|dependencies|deps)${more}`],
  ['perf', `(?:performance${more}|perf${more}|optimi[sz]ations?|speed-?ups?)`],
  ['docs', `(?:documentation${more}|docs?${more})`],
  ['test', `tests?${more}`],
  ['refactor', '(?:refactor(?:ing)?s?|clean-?ups?)'],
  ['chore', '(?:chores?|maintenance|housekeeping)'],
  ['fix', '(?:bug[\\s-]?fix(?:es)?|hot-?fix(?:es)?|bugs?|fix(?:es)?)'],
  ['feature', '(?:(?:new\\s+)?features?|feat|enhancements?)'],
]

export const kindSource = `(?:${everyday.map(([, source]) => source).join('|')})`

/** Reads the one kind of a question, if it names one. */
export const readKind = (reading: Reading): Reading | UnclearCount => {
  let result = reading
  for (const [kind, source] of everyday) {
    const match = new RegExp(`(?<![\\w/-])${source}(?![\\w/-])`, 'i').exec(result.rest)
    if (!match) continue
    if (result.filters.kind !== undefined) {
      return unclear('several-kinds', 'The question names more than one kind; ask for one, or “by kind”.', [match[0]])
    }
    result = { ...take(result, 'kind', placeOf(match)), filters: { ...result.filters, kind } }
  }
  return result
}
