import { termsOf } from '../../terms/analyse.ts'
import type { Candidate } from './candidates.ts'
import { type QuestionTerm, totalWeight } from './question-terms.ts'

/** What a question is about by name: what is told of anything else does not answer it. */
export type QuestionSubject = {
  /** As the question writes it. */
  readonly name: string
  readonly terms: ReadonlySet<string>
}

/** Words that are written as one name, `amber-anvil`, `fs.readFile` or `dead_letters`, and what is quoted as code. */
const writtenAsOne = /`([^`]+)`|[\p{L}\p{N}]+(?:(?:::|[-_./:@#])[\p{L}\p{N}]+)+/gu

/** The name in a question that tells the most; null where it has none. A number by itself is no name. */
export const subjectOf = (question: string, terms: readonly QuestionTerm[]): QuestionSubject | null => {
  const compounds = Array.from(question.matchAll(writtenAsOne), ([all, quoted]) => ({
    name: quoted ?? all,
    terms: new Set(termsOf(quoted ?? all)),
  }))
  const single = terms
    .filter(({ word, isName }) => isName && !/^\p{N}+$/u.test(word))
    .map(({ word, term }) => ({ name: word, terms: new Set([term]) }))
  const weigh = (subject: QuestionSubject) => totalWeight(terms.filter(({ term }) => subject.terms.has(term)))
  const [first] = [...compounds, ...single]
    .map((subject) => ({ subject, weight: weigh(subject) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return first?.subject ?? null
}

/** Sentences that the subject stands in, above or just before. */
export const toldNear = (subject: QuestionSubject, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ terms, context }) => isNamed(subject, terms.union(context)))

/**
 * Those, and the others of a source that names the subject in its text and has no title or heading for it: there a
 * sentence may be told of it further on.
 */
export const toldOf = (subject: QuestionSubject, candidates: readonly Candidate[]): Candidate[] => {
  const inText = sourcesWhere(candidates, ({ kind, terms }) => kind !== 'heading' && isNamed(subject, terms))
  const asHeading = sourcesWhere(
    candidates,
    ({ kind, terms, stretch }) =>
      (kind === 'heading' && isNamed(subject, terms)) || isNamed(subject, headingsOf(stretch)),
  )
  const near = new Set(toldNear(subject, candidates))
  return candidates.filter(
    (candidate) =>
      near.has(candidate) || (inText.has(candidate.stretch.sourceId) && !asHeading.has(candidate.stretch.sourceId)),
  )
}

const isNamed = (subject: QuestionSubject, terms: ReadonlySet<string>): boolean => subject.terms.isSubsetOf(terms)

const headingsOf = ({ title, headings }: Candidate['stretch']): ReadonlySet<string> =>
  new Set(termsOf([title, ...headings].join('\n')))

const sourcesWhere = (candidates: readonly Candidate[], holds: (candidate: Candidate) => boolean): Set<string> =>
  new Set(candidates.filter(holds).map(({ stretch }) => stretch.sourceId))
