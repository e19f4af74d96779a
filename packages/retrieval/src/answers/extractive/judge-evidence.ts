import type { Candidate } from './candidates.ts'
import type { QuestionSubject } from './question-subject.ts'
import { type QuestionTerm, totalWeight } from './question-terms.ts'

export type ThinEvidence = {
  readonly code:
    | 'nothing-asked'
    | 'nothing-found'
    | 'low-score'
    | 'names-not-found'
    | 'words-not-found'
    | 'words-apart'
    | 'told-of-others'
  /** A sentence for the reader. */
  readonly because: string
  /** Words of the question that stand in no passage, as the question writes them. */
  readonly notFound: readonly string[]
}

export type EvidenceLimits = {
  /** Share of the question's weight that all passages together must hold, 0 to 1. */
  readonly leastCoverage: number
  /** Share that one sentence must hold with its title, its heading and the sentence before, 0 to 1. */
  readonly leastTogether: number
  /** Share of what is asked besides its subject that one sentence about the subject must hold likewise, 0 to 1. */
  readonly leastOfSubject: number
  /** The least score of the best passage, in the unit of the scores: who ranked knows what is low. */
  readonly leastScore: number
}

/** Tells why the evidence is too thin for an answer, or null where it is not. */
export const judgeEvidence = (
  terms: readonly QuestionTerm[],
  candidates: readonly Candidate[],
  bestScore: number,
  limits: EvidenceLimits,
): ThinEvidence | null => {
  const missing = termsNotFound(terms, candidates)
  const notFound = missing.map(({ word }) => word)
  const thin = (code: ThinEvidence['code'], because: string) => ({ code, because, notFound })
  if (terms.length === 0) return thin('nothing-asked', 'The question has no word that could be searched for.')
  if (candidates.length === 0) return thin('nothing-found', 'No passage was found.')
  if (bestScore < limits.leastScore) {
    return thin('low-score', `The best passage fits the question too little.${notFoundClause(notFound)}`)
  }
  const names = missing.filter(({ isName }) => isName).map(({ word }) => word)
  if (names.length > 0) return thin('names-not-found', `No passage mentions ${quoted(names)}.`)
  const total = totalWeight(terms)
  if (1 - totalWeight(missing) / total < limits.leastCoverage) {
    return thin('words-not-found', `The passages do not hold the words that matter.${notFoundClause(notFound)}`)
  }
  if (shareTogether(candidates, terms) < limits.leastTogether) {
    return thin('words-apart', `The words of the question never stand together.${notFoundClause(notFound)}`)
  }
  return null
}

/**
 * Tells why what is told of the question's subject does not answer it, or null where it may. `told` are the sentences that
 * are told of it: one has to hold what is asked besides the name, as far as the collection has words for it.
 */
export const judgeSubject = (
  subject: QuestionSubject,
  terms: readonly QuestionTerm[],
  told: readonly Candidate[],
  { leastOfSubject }: EvidenceLimits,
): ThinEvidence | null => {
  const stating = told.filter(({ terms: own }) => terms.some(({ term }) => own.has(term)))
  const asked = terms.filter(({ term, isKnown }) => isKnown && !subject.terms.has(term))
  // A single word besides the name is mostly a verb that the source has another word for: "when is onClose called".
  if (stating.length > 0 && (asked.length < 2 || shareTogether(told, asked) >= leastOfSubject)) return null
  const because = `What was found tells that of others, or of nothing, and not of ${quoted([subject.name])}.`
  return { code: 'told-of-others', because, notFound: termsNotFound(terms, told).map(({ word }) => word) }
}

/** Share of the terms' weight that the best sentence holds, with what stands above and before it, 0 to 1. */
const shareTogether = (candidates: readonly Candidate[], terms: readonly QuestionTerm[]): number =>
  Math.max(...candidates.map((candidate) => weightTogether(candidate, terms))) / totalWeight(terms)

export const termsNotFound = (terms: readonly QuestionTerm[], candidates: readonly Candidate[]): QuestionTerm[] =>
  terms.filter(({ term }) => !candidates.some(({ terms: own, context }) => own.has(term) || context.has(term)))

const weightTogether = ({ terms: own, context }: Candidate, terms: readonly QuestionTerm[]): number =>
  totalWeight(terms.filter(({ term }) => own.has(term) || context.has(term)))

const notFoundClause = (words: readonly string[]): string => (words.length > 0 ? ` Not found: ${quoted(words)}.` : '')

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
