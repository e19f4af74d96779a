import { inverseDocumentFrequency } from '../../ranking/bm25.ts'
import { analyse } from '../../terms/analyse.ts'

/** How many texts there are and how many of them hold a term: what tells a rare word from a common one. */
export type TermStatistics = {
  readonly documents: number
  readonly documentsWith: (term: string) => number
}

export type QuestionTerm = {
  readonly term: string
  /** As the question writes it. */
  readonly word: string
  /** Its inverse document frequency: how much it tells. */
  readonly weight: number
  /** A name or a number: an answer without it is about something else. */
  readonly isName: boolean
  /** Some text of the collection holds it. */
  readonly isKnown: boolean
}

/** Words that ask and say nothing about what is asked. */
const asking = new Set(
  'answer describe explain give happen happens know list many mean means much please say says show tell there way'.split(
    ' ',
  ),
)

/** "How often", "how long": these ask for a measure. */
const measure = /\bhow\s+(?:often|long|far|big|large|small|fast|quickly|soon|old|well|deep)\b/giu

/** The different terms of a question, each with its weight, in the order in which they stand. */
export const questionTerms = (question: string, statistics: TermStatistics): QuestionTerm[] => {
  const terms = new Map<string, QuestionTerm>()
  const isTitleCase = !/\s\p{Ll}{4}/u.test(question)
  const asked = question.replaceAll(measure, (phrase) => ' '.repeat(phrase.length))
  for (const { term, start, end } of analyse(asked)) {
    const word = question.slice(start, end)
    if (asking.has(word.toLowerCase())) continue
    const isFirst = question.slice(0, start).search(/[\p{L}\p{N}]/u) < 0
    const isName = /\p{N}/u.test(word) || (/\p{Lu}/u.test(word) && !isFirst && !isTitleCase)
    const before = terms.get(term)
    const isKnown = statistics.documentsWith(term) > 0
    terms.set(
      term,
      before
        ? { ...before, isName: before.isName || isName }
        : { term, word, weight: weigh(term, statistics), isName, isKnown },
    )
  }
  return [...terms.values()]
}

/** A term that is found nowhere counts like one found once: a slip of the pen should not outweigh all the rest. */
const weigh = (term: string, { documents, documentsWith }: TermStatistics): number =>
  inverseDocumentFrequency(Math.max(documents, 1), Math.min(Math.max(documentsWith(term), 1), Math.max(documents, 1)))

export const totalWeight = (terms: readonly QuestionTerm[]): number =>
  terms.reduce((sum, { weight }) => sum + weight, 0)
