import type { Effect, Modality } from './claim.ts'

const PLANNED =
  /\b(?:plan(?:s|ned|ning)? (?:to|on|for)|(?:we|i)(?:'ll| will) |going to|todo|in (?:a|the) (?:future|later|next|follow-?up)|future (?:pr|work|change|version)|follow-?up (?:pr )?(?:will|should|to)|aim(?:s|ing|ed)? (?:to|for|at)|(?:our|the) (?:goal|target|objective) |goal is|targeting |target of|want to|would like to|intend(?:s|ed)? to|next step|eventually|hop(?:e|ing) to)/i
const HYPOTHETICAL =
  /\b(?:could|might|may (?:be|save|reduce|improve|increase|speed)|would|if (?:we|you|this|it|the)|potential(?:ly)?|theoretical(?:ly)?|in theory|naive(?:ly)?|alternative(?:ly)?|(?:i|we) tried|attempt(?:s|ed)? to|ideally|hypothetical(?:ly)?|expect(?:s|ed|ing)? (?:to|that|this|it)|should (?:be|save|reduce|improve|make|speed|give|yield|result))\b/i
const THIRD_PARTY =
  /\b(?:according to|they (?:claim|report|say)|claims? (?:that|to be|it|an?|the)|blog post|(?:upstream|vendor|author|project|docs|readme|paper|article)s? (?:claims?|says?|reports?|states?)|competitors?|is advertised|as advertised|release notes (?:say|claim|mention))\b/i
const NEGATION = /\b(?:not|never|cannot|neither|nor|hardly|no)$|n't$/i

/** How many words may stand between a negation and what it denies. */
const NEGATION_REACH = 3

/**
 * Whether a statement says that something was achieved. Looks at the words of its sentence up to the statement, and a
 * little behind it, where conditions and plans stand too.
 */
export const modalityOf = (
  { before, claim, behind }: { before: string; claim: string; behind: string },
  { effect, isRevert, isTable }: { effect: Effect; isRevert: boolean; isTable: boolean },
): Modality => {
  if (isRevert) return 'reverted'
  if (isNegated(before)) return 'negated'
  const near = `${before.slice(-120)} ${claim} ${behind.slice(0, 40)}`
  if (PLANNED.test(near)) return 'planned'
  if (HYPOTHETICAL.test(`${before.slice(-120)} ${claim}`)) return 'hypothetical'
  if (THIRD_PARTY.test(`${before.slice(-120)} ${behind.slice(0, 80)}`)) return 'third-party'
  if (isTable) return 'benchmark-table'
  return effect === 'regression' ? 'regression' : 'done'
}

const isNegated = (before: string): boolean => {
  const clause = before.split(/[,;:.!?]|\s[-–—]\s|\b(?:but|because|since|while)\b/i).at(-1) ?? ''
  const words = clause
    .trim()
    .split(/\s+/)
    .slice(-NEGATION_REACH - 1)
  return words.some((word, at) => NEGATION.test(word) && !/^(?:only|just|longer)$/i.test(words[at + 1] ?? ''))
}
