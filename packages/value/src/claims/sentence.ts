import { withParticle } from './change-words.ts'
import type { Metric } from './claim.ts'
import { lex, type Token } from './lex.ts'
import { metricOf, type Thing, thingOf } from './metrics.ts'
import { MAY_HAVE_AMOUNT } from './number-phrases.ts'

/** One sentence as tokens whose offsets count from the start of the whole text. */
export type Sentence = { readonly text: string; readonly start: number; readonly tokens: readonly Token[] }

// A full stop ends a sentence only before a blank and something that can begin one; "vs. 3 s" and "e.g. 5 ms" go on, and so does
// "Before: 12 s. After: 3 s."
const SENTENCE_END =
  /(?<!\b(?:vs|e\.g|i\.e|approx|ca|resp|incl|min|max|avg|no|etc|cf))[.!?]+["')\]`]*\s+(?=["'(`[]*[\p{Lu}\d~])(?![Aa]fter:|[Nn]ow:|After this|With this)/gu
const NEW_BLOCK = /^[ \t]*(?:$|[-*+•] |\d+[.)] |#{1,6} |\||=+$|-{3,}$|[A-Z][\w-]+-by: )/u
// Longer stretches are data, not prose; a claim is looked for in pieces of this size.
const MAX_SENTENCE = 1500

/** Cuts masked canonical text into sentences. Lines wrapped within a paragraph belong together. */
export function sentencesOf(masked: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const block of blocksOf(masked)) {
    let from = 0
    for (const end of [
      ...[...block.text.matchAll(SENTENCE_END)].map((m) => m.index + m[0].length),
      block.text.length,
    ]) {
      for (; from < end; from = Math.min(end, from + MAX_SENTENCE)) {
        const text = block.text.slice(from, Math.min(end, from + MAX_SENTENCE))
        const start = block.start + from
        if (MAY_HAVE_AMOUNT.test(text)) sentences.push({ text, start, tokens: tokensOf(text, start) })
      }
      from = end
    }
  }
  return sentences
}

function blocksOf(text: string): { text: string; start: number }[] {
  const blocks: { text: string; start: number }[] = []
  let lines: string[] = []
  let start = 0
  let index = 0
  const flush = () => {
    if (lines.length > 0) blocks.push({ text: lines.join(' '), start })
    lines = []
  }
  let closed = true
  for (const line of text.split('\n')) {
    if (closed || NEW_BLOCK.test(line)) {
      flush()
      start = index
    }
    lines.push(line)
    closed = /^[ \t]*(?:$|#{1,6} |\|)/.test(line)
    index += line.length + 1
  }
  flush()
  return blocks
}

function tokensOf(text: string, start: number): Token[] {
  const tokens = lex(text).map((token) => ({ ...token, start: token.start + start, end: token.end + start }))
  return joinParticles(joinHitRate(tokens))
}

// "hit rate" is a measure, whereas a "hit" alone is a loss.
const joinHitRate = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) => {
    const isRate = (noun: Token | undefined) => noun !== undefined && /^rat(?:e|io)s?$/.test(noun.text)
    if (token.text === 'hit' && isRate(tokens[at + 1]))
      return [{ ...token, text: 'hit_rate', end: tokens[at + 1]?.end ?? token.end }]
    return isRate(token) && tokens[at - 1]?.text === 'hit' ? [] : [token]
  })

// "speeds up", "speed the build up" and "goes down" become one change word at the verb's place.
function joinParticles(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const verbAt = token.text === 'up' || token.text === 'down' ? joined.length - 1 : -1
    let merged = false
    for (let i = verbAt; i >= 0 && i > verbAt - 5; i--) {
      const verb = joined[i]
      if (!verb || verb.kind === 'mark' || verb.kind === 'amount') break
      const word = withParticle(verb.text, token.text)
      if (word === null) continue
      joined[i] = { ...verb, text: word, ...(i === verbAt && { end: token.end }) }
      merged = true
      break
    }
    if (!merged) joined.push(token)
  }
  return joined
}

const BREAKS = new Set([
  ';',
  '|',
  '.',
  '!',
  '?',
  'while',
  'whereas',
  'although',
  'because',
  'since',
  'but',
  'though',
  'so',
])
export const isBreak = (token: Token | undefined): boolean => token === undefined || BREAKS.has(token.text)

const PREPOSITIONS = new Set(
  'in of for on at with when by to from per than and or as if during after before via across over under using compared because while but which that is are was were has have had be been so out only now vs versus into through thanks due without within'.split(
    ' ',
  ),
)
export const isJoint = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || token.kind === 'arrow' || PREPOSITIONS.has(token.text)

// The most telling noun of a phrase names the metric: a "heap size" is memory, a "build time" is time.
const TELLING: readonly Metric[] = [
  'other',
  'error_rate',
  'allocations',
  'instructions',
  'memory',
  'latency',
  'throughput',
  'cpu',
  'overhead',
  'money',
  'requests',
  'time',
  'size',
  'cost',
  'speed',
]

// "loads 3x faster" is a verb, "fewer loads" and "cache misses" are counts of the processor.
const COUNTED_BY = /^(?:fewer|less|more|cache|branch|llc|l[123]d?|memory|page|tlb)$/

/** The metric a stretch of tokens names, if any. */
export function metricIn(tokens: readonly Token[], from: number, to: number): Metric | null {
  let best: Metric | null = null
  for (let i = Math.max(0, from); i < Math.min(tokens.length, to); i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'amount' || token.kind === 'mark') continue
    const metric = token.text.startsWith('`') ? null : metricOf(token.text)
    if (/^(?:loads|stores|misses)$/.test(token.text) && !COUNTED_BY.test(tokens[i - 1]?.text ?? '')) continue
    // Failing calls are an error rate only as a rate; "errors" alone are things that are printed.
    if (metric === 'error_rate' && !/rate|flak|fail|percent/.test(`${token.text} ${tokens[i + 1]?.text}`)) continue
    if (metric !== null && (best === null || TELLING.indexOf(metric) < TELLING.indexOf(best))) best = metric
  }
  return best
}

/** What else than a measurement a stretch of tokens is about, if anything. */
export function thingIn(tokens: readonly Token[], from: number, to: number): Thing | null {
  for (let i = Math.max(0, from); i < Math.min(tokens.length, to); i++) {
    const token = tokens[i]
    if (token === undefined || token.kind === 'amount' || token.kind === 'mark') continue
    const thing = thingOf(token.written, tokens[i - 1]?.written ?? '')
    if (thing !== null) return thing
  }
  return null
}

/** Where the clause of a token begins. */
export const startOfClause = (tokens: readonly Token[], at: number): number =>
  tokens.slice(0, at).findLastIndex((token) => isBreak(token)) + 1

/** The place behind the words that follow a token without a pause. */
export const endOfPhrase = (tokens: readonly Token[], last: number): number => {
  let end = last + 1
  while (
    end < tokens.length &&
    end <= last + 4 &&
    !isBreak(tokens[end]) &&
    !/^[,()]$/.test(tokens[end]?.text ?? '') &&
    tokens[end]?.kind !== 'amount'
  )
    end += 1
  return end
}
