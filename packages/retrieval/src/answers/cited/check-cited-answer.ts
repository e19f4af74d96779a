import type { AnswerPassage, Citation } from '../passage.ts'
import { numbersOf } from './numbers.ts'
import { type MarkedSentence, readCitedSentences } from './read-cited-sentences.ts'
import { addressesIn, bestQuote, contentTerms, type Evidence, evidenceOf, isNegated, sharedPart } from './support.ts'

export type CitedSentence = {
  /** As the model wrote it, without its marks. */
  readonly text: string
  /** At least one; `quote` is the sentence of the source that has most of its words. */
  readonly citations: readonly (Citation & { readonly quote: string })[]
}

export type DroppedSentence = {
  readonly text: string
  readonly because:
    | 'no-mark'
    | 'no-such-passage'
    | 'too-few-shared-words'
    | 'number-not-in-passage'
    | 'address-not-in-passage'
    | 'negation-differs'
}

export type CheckedAnswer = {
  readonly sentences: readonly CitedSentence[]
  readonly dropped: readonly DroppedSentence[]
}

/** Share of a sentence's content words that its passages must hold together. */
const leastShared = 0.6
/** A passage that holds fewer of them is cited for show; its mark is ignored. */
const leastSharedEach = 0.25

/**
 * Keeps the sentences of a language model's answer that the passages bear out, as far as words, numbers, addresses and
 * negation tell; [n] means the passage at place n, counted from 1. This finds no wrong order of words: a kept sentence
 * is traceable, not proven.
 */
export const checkCitedAnswer = (answer: string, passages: readonly AnswerPassage[]): CheckedAnswer => {
  const known = new Map<number, Evidence>()
  const evidenceFor = (number: number): Evidence[] => {
    const passage = passages[number - 1]
    if (!passage) return []
    const evidence = known.get(number) ?? evidenceOf(passage)
    known.set(number, evidence)
    return [evidence]
  }
  const checked = readCitedSentences(answer).map((sentence) => check(sentence, sentence.marks.flatMap(evidenceFor)))
  return {
    sentences: checked.filter((outcome) => 'citations' in outcome),
    dropped: checked.filter((outcome) => 'because' in outcome),
  }
}

const check = ({ text, marks }: MarkedSentence, cited: readonly Evidence[]): CitedSentence | DroppedSentence => {
  const drop = (because: DroppedSentence['because']): DroppedSentence => ({ text, because })
  if (marks.length === 0) return drop('no-mark')
  if (cited.length === 0) return drop('no-such-passage')
  const terms = contentTerms(text)
  const sources = cited.filter((evidence) => sharedPart(terms, [evidence]) >= leastSharedEach)
  if (sharedPart(terms, sources) < leastShared) return drop('too-few-shared-words')
  if ([...numbersOf(text)].some((number) => !sources.some(({ numbers }) => numbers.has(number)))) {
    return drop('number-not-in-passage')
  }
  if (addressesIn(text).some((address) => !sources.some((source) => source.text.includes(address)))) {
    return drop('address-not-in-passage')
  }
  const quotes = sources.flatMap((source) => bestQuote(source, terms) ?? [])
  if (quotes.length === 0) return drop('too-few-shared-words')
  if (!quotes.some((quote) => isNegated(quote.text) === isNegated(text))) return drop('negation-differs')
  return { text, citations: quotes.map((quote) => ({ ...quote.citation, quote: quote.text })) }
}
