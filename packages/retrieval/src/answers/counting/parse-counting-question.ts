import type { CountingContext, CountingQuestion, UnclearCount } from './counting-question.ts'
import { judgeLeftovers } from './judge-leftovers.ts'
import { readAuthor } from './read-author.ts'
import { readGrouping } from './read-grouping.ts'
import { kindSource, readKind } from './read-kind.ts'
import { readPeriod } from './read-period.ts'
import { readRepositoryName, readRepositoryPath } from './read-repository.ts'
import { isUnclear, type Reading, take } from './reading.ts'
import { mergeVerbs } from './vocabulary.ts'

const cue = '\\b(?:how\\s+many|(?:total\\s+)?(?:number|count)\\s+of|count)'
/** A verb between the two would make it a question about something else: "how many retries does the PR add". */
const between = '(?:\\s+(?!(?:do|does|did|is|are|was|were|has|have|can|will)\\b)[^\\s?]+){0,4}?\\s+'
const asksForPullRequests = new RegExp(`${cue}${between}(?<noun>(?:merged\\s+)?(?:prs?|pull[\\s-]?requests?))\\b`, 'di')
const asksForChanges = new RegExp(
  `${cue}${between}(?<noun>changes|contributions|merges|${kindSource})(?![\\w/-])`,
  'di',
)

/** Longer questions are pasted text. Characters. */
const longest = 500

/**
 * Reads a question such as "how many fixes did Ada merge in March" as a count of merged pull requests: null where it
 * counts nothing of ours, `unclear` where a part of it would have to be guessed. All times are UTC. Months without a year
 * are the last ones that began before `now`. "Ada merged" is read as: was the author of what was merged.
 */
export const parseCountingQuestion = (
  question: string,
  context: CountingContext,
): CountingQuestion | UnclearCount | null => {
  if (question.length > longest) return null
  const start = begin(question)
  if (!start) return null
  const steps = [readRepositoryPath, readPeriod, readGrouping, readRepositoryName, readAuthor, readKind]
  let reading = start
  for (const step of steps) {
    const next = step(reading, context)
    if (isUnclear(next)) return next
    reading = next
  }
  const { filters, groupBy, words } = reading
  return (
    judgeLeftovers(reading) ?? {
      status: 'understood',
      count: 'pull-requests',
      filters,
      ...(groupBy === undefined ? {} : { groupBy }),
      words: words.toSorted((a, b) => a.start - b.start),
    }
  )
}

/** What people say before they ask. */
const opening =
  /^\s*(?:(?:can|could|would)\s+you\s+(?:please\s+)?(?:tell|show|give)\s+me|do\s+you\s+know|i(?:\s+want|\s+would\s+like|['’]d\s+like)\s+to\s+know)\b/i

/** Takes what is counted out of the question. A kind stays in: it is read as a filter. */
const begin = (question: string): Reading | null => {
  const reading: Reading = {
    question,
    rest: question.replace(opening, (said) => '·'.repeat(said.length)),
    filters: {},
    words: [],
  }
  const strong = asksForPullRequests.exec(question)
  const weak = strong ? null : asksForChanges.exec(question)
  const [from, to] = (strong ?? weak)?.indices?.groups?.noun ?? []
  if (from === undefined || to === undefined) return null
  if (strong) return take(reading, 'count', { start: from, end: to })
  const hasVerb = [...question.toLowerCase().matchAll(/\p{L}+/gu)].some(([word]) => mergeVerbs.has(word))
  if (!hasVerb) return null
  const isKind = new RegExp(`^${kindSource}$`, 'i').test(question.slice(from, to))
  return isKind ? reading : take(reading, 'count', { start: from, end: to })
}
