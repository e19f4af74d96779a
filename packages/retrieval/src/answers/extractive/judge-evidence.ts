import type { Candidate } from './candidates.ts'
import { type QuestionTerm, totalWeight } from './question-terms.ts'

export type ThinEvidence = {
  readonly code: 'nothing-asked' | 'nothing-found' | 'low-score' | 'names-not-found' | 'words-not-found' | 'words-apart'
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
  const together = Math.max(...candidates.map((candidate) => weightTogether(candidate, terms))) / total
  if (together >= limits.leastTogether) return null
  return thin('words-apart', `The words of the question never stand together.${notFoundClause(notFound)}`)
}

export const termsNotFound = (terms: readonly QuestionTerm[], candidates: readonly Candidate[]): QuestionTerm[] =>
  terms.filter(({ term }) => !candidates.some(({ terms: own, context }) => own.has(term) || context.has(term)))

const weightTogether = ({ terms: own, context }: Candidate, terms: readonly QuestionTerm[]): number =>
  totalWeight(terms.filter(({ term }) => own.has(term) || context.has(term)))

const notFoundClause = (words: readonly string[]): string => (words.length > 0 ? ` Not found: ${quoted(words)}.` : '')

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
