import type { BlockKind } from '../sentences/blocks.ts'
import type { Candidate } from './candidates.ts'
import type { Stretch } from './join-passages.ts'
import { type QuestionTerm, totalWeight } from './question-terms.ts'

export type ScoredSentence = Candidate & {
  /** 0 to 1. */
  readonly score: number
}

/** What a sentence's own words, its passage and its place are worth; they sum to 1. */
const parts = { words: 0.55, passage: 0.35, place: 0.1 }
/** A word that only stands beside the sentence counts less than one in it. */
const fromContext = 0.35
/** A heading or a line of code names the thing but states nothing about it. */
const statedBy: Readonly<Record<BlockKind, number>> = { prose: 1, item: 1, row: 0.8, code: 0.6, heading: 0.4 }
const forQuestions = 0.5
const forFragments = 0.6
/** A line of a table of contents, or an anchor: it leads somewhere and states nothing. */
const forSignposts = 0.3
const signpost = /^(?:<[^>]*>|!?\[[^\]]*\]\([^)]*\)|[\s|·•*-])+$/u

/** Scores the candidates that hold at least one word of the question; leaves out the others. Best first. */
export const scoreSentences = (candidates: readonly Candidate[], terms: readonly QuestionTerm[]): ScoredSentence[] => {
  const total = totalWeight(terms)
  const best = Math.max(...candidates.map(({ stretch }) => bestScore(stretch)))
  return candidates
    .filter((candidate) => terms.some(({ term }) => candidate.terms.has(term)))
    .map((candidate) => {
      const words = coveredWeight(candidate, terms) / total
      const passage = best > 0 ? Math.max(0, bestScore(candidate.stretch) / best) : 0
      const sum = parts.words * words + parts.passage * passage + parts.place / (1 + candidate.position)
      return { ...candidate, score: sum * formFactor(candidate) }
    })
    .toSorted((a, b) => b.score - a.score)
}

const bestScore = ({ passages }: Stretch): number => Math.max(...passages.map(({ score }) => score))

const coveredWeight = (candidate: Candidate, terms: readonly QuestionTerm[]): number =>
  terms.reduce((sum, { term, weight }) => {
    if (candidate.terms.has(term)) return sum + weight
    return candidate.context.has(term) ? sum + weight * fromContext : sum
  }, 0)

const formFactor = ({ kind, text, isCut }: Candidate): number =>
  statedBy[kind] *
  (/[?？]["'”’)]*$/u.test(text) ? forQuestions : 1) *
  (isCut ? forFragments : 1) *
  (signpost.test(text) ? forSignposts : 1)
