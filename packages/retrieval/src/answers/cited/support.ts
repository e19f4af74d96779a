import { analyse, termsOf } from '../../terms/analyse.ts'
import { citeStretch, joinPassages, pageBreaksOf } from '../extractive/join-passages.ts'
import type { AnswerPassage, Citation } from '../passage.ts'
import { splitSentences } from '../sentences/split-sentences.ts'
import { numbersVouchedFor } from './numbers.ts'

/** What a cited passage has to say for a sentence. */
export type Evidence = {
  readonly terms: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly text: string
  readonly sentences: readonly {
    readonly text: string
    readonly terms: ReadonlySet<string>
    readonly citation: Citation
  }[]
}

export const evidenceOf = (passage: AnswerPassage): Evidence => {
  const text = `${passage.title}\n${passage.text}`
  const sentences = joinPassages([passage]).flatMap((stretch) =>
    splitSentences(stretch.text, pageBreaksOf(stretch)).map((span) => {
      const sentence = stretch.text.slice(span.start, span.end)
      return { text: sentence, terms: new Set(termsOf(sentence)), citation: citeStretch(stretch, span) }
    }),
  )
  return { terms: new Set(termsOf(text)), numbers: numbersVouchedFor(text), text, sentences }
}

/** The sentence of the passage that has the most of the terms, the shorter one where two have the same. */
export const bestQuote = (
  { sentences }: Evidence,
  terms: ReadonlySet<string>,
): Evidence['sentences'][number] | null => {
  const merit = (sentence: Evidence['sentences'][number]) =>
    terms.intersection(sentence.terms).size - sentence.text.length / 1e6
  return sentences.reduce<Evidence['sentences'][number] | null>(
    (best, other) => (best === null || merit(other) > merit(best) ? other : best),
    null,
  )
}

/** Terms that say something of themselves: numbers are checked apart, and more strictly. */
export const contentTerms = (text: string): Set<string> =>
  new Set(Array.from(analyse(text), ({ term }) => term).filter((term) => !/^\p{N}+$/u.test(term)))

/** Share of the terms that stand in any of the passages, 0 to 1; a sentence without terms says nothing. */
export const sharedPart = (terms: ReadonlySet<string>, evidence: readonly Evidence[]): number => {
  if (terms.size === 0) return 0
  return [...terms].filter((term) => evidence.some((passage) => passage.terms.has(term))).length / terms.size
}

const negation = /\b(?:not?|never|none|nobody|nothing|neither|nor|cannot|without)\b|n['’]t\b/iu
export const isNegated = (text: string): boolean => negation.test(text)

export const addressesIn = (text: string): string[] =>
  Array.from(text.matchAll(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`)\]]+/giu), ([address]) =>
    address.replace(/[.,;:!?]+$/, ''),
  )
