import type { AnswerPassage, Citation } from '../passage.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { chooseSentences } from './choose-sentences.ts'
import { citeStretch, joinPassages } from './join-passages.ts'
import { type EvidenceLimits, judgeEvidence, judgeSubject, type ThinEvidence, termsNotFound } from './judge-evidence.ts'
import { subjectOf, toldNear, toldOf } from './question-subject.ts'
import { questionTerms, type TermStatistics } from './question-terms.ts'
import { scoreSentences } from './score-sentences.ts'

/** A sentence of a source and where it stands: `source.slice(citation.start, citation.end) === text`. */
export type QuotedSentence = { readonly text: string; readonly citation: Citation }

export type ExtractiveAnswer =
  | {
      readonly status: 'answered'
      readonly sentences: readonly QuotedSentence[]
      /** Words of the question that stand in no passage, as the question writes them. */
      readonly notFound: readonly string[]
    }
  | ({ readonly status: 'refused' } & ThinEvidence)

export type ExtractiveOptions = Partial<EvidenceLimits> & {
  /** At most so many sentences; 5 unless told otherwise. */
  readonly maxSentences?: number
  /** Of the whole collection. Without them rare words are told from common ones by the passages alone. */
  readonly statistics?: TermStatistics
}

const defaults = {
  leastCoverage: 0.6,
  leastTogether: 0.5,
  leastOfSubject: 0.3,
  leastScore: Number.NEGATIVE_INFINITY,
  maxSentences: 5,
}

/**
 * Answers a question with sentences of the passages, which come best first, each with its exact place; or refuses and
 * says which words were not found. The same input always gives the same answer, and nothing that a passage says can
 * change how it is made.
 */
export const answerExtractively = (
  question: string,
  passages: readonly AnswerPassage[],
  options: ExtractiveOptions = {},
): ExtractiveAnswer => {
  const { maxSentences, ...limits } = { ...defaults, ...options }
  const candidates = joinPassages(passages).flatMap(candidatesOf)
  const terms = questionTerms(question, options.statistics ?? statisticsOf(candidates))
  const bestScore = Math.max(...passages.map(({ score }) => score))
  const thin = judgeEvidence(terms, candidates, bestScore, limits)
  if (thin) return { status: 'refused', ...thin }
  const subject = subjectOf(question, terms)
  const near = subject ? toldNear(subject, candidates) : candidates
  const told = subject && judgeSubject(subject, terms, near, limits) ? toldOf(subject, candidates) : near
  const ofOthers = subject && judgeSubject(subject, terms, told, limits)
  if (ofOthers) return { status: 'refused', ...ofOthers }
  // All of them are told of the subject: what else is asked tells which of them answers.
  const asked = terms.filter(({ term }) => !subject?.terms.has(term))
  const scored = scoreSentences(told, asked)
  const chosen = chooseSentences(scored.length > 0 ? scored : scoreSentences(told, terms), maxSentences)
  return {
    status: 'answered',
    sentences: chosen.map((sentence) => ({ text: sentence.text, citation: citeStretch(sentence.stretch, sentence) })),
    notFound: termsNotFound(terms, candidates).map(({ word }) => word),
  }
}

/** Every sentence counts as a document of its own. */
const statisticsOf = (candidates: readonly Candidate[]): TermStatistics => ({
  documents: candidates.length,
  documentsWith: (term) => candidates.filter(({ terms }) => terms.has(term)).length,
})
