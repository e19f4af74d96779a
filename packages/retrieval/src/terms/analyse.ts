import { porterStem } from './porter-stem.ts'
import { stopWords } from './stop-words.ts'

export type Term = {
  /** What is searched for: folded, without stop words, stemmed. */
  readonly term: string
  /** UTF-16 offsets of the word in the text as it was given, for highlighting. */
  readonly start: number
  readonly end: number
}

/** Scripts that write no space between words; only these pay for a dictionary. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text with their places. A word is a run of letters, marks and digits in any script. */
export function* analyse(text: string): Generator<Term> {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [word] = match
    if (!unspaced.test(word)) {
      const term = termOf(word)
      if (term !== '') yield { term, start: match.index, end: match.index + word.length }
      continue
    }
    for (const { segment, index } of segmenter.segment(word)) {
      const term = termOf(segment)
      const start = match.index + index
      if (term !== '') yield { term, start, end: start + segment.length }
    }
  }
}

/** The terms alone, in order: what an index and a query need. */
export const termsOf = (text: string): string[] => Array.from(analyse(text), ({ term }) => term)

/** Texts repeat their words, and stemming is the slow part. Emptied when full, so that it cannot grow for ever. */
const known = new Map<string, string>()
const mostKnown = 100_000

/** The same characters with nothing behind them. */
const apart = (text: string): string => Array.from(text).join('')

/** The term of one word, or '' for a stop word. */
const termOf = (word: string): string => {
  const found = known.get(word)
  if (found !== undefined) return found
  const folded = word.normalize('NFKC').toLowerCase()
  const term = stopWords.has(folded) ? '' : /^[a-z0-9]+$/.test(folded) ? porterStem(folded) : folded
  if (known.size >= mostKnown) known.clear()
  // A word is a piece of its text to the engine, and kept by itself would keep all of that.
  const kept = apart(term)
  known.set(apart(word), kept)
  return kept
}
