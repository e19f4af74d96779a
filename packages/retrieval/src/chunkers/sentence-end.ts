import { classAt, isBlankUnit, letter, type Units } from '../tokens/character-classes.ts'

const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (one) => one.charCodeAt(0)))

const dot = 0x2e
const lineFeed = 0x0a
const terminators = codes('.!?…؟।॥։።')
/** These need no blank behind them. */
export const wideTerminators = codes('。！？｡')
const closers = codes('"\')]}”’»›」』）*_`')
const mostClosers = 4
/** What opens a list item, a heading, a quotation or a row of a table. */
const openers = codes('-*+#>|•0123456789')

/** A dot behind one of these ends no sentence. */
const abbreviations = new Set(
  'eg ie cf vs etc al approx dr mr mrs ms prof st jr sr no nos fig figs eq vol ed eds pp inc ltd co ca resp bzw usw vgl'.split(
    ' ',
  ),
)

/**
 * Whether a sentence, a paragraph or a list item ends right before `at`: behind its last character, before the blanks.
 * A dot ends none behind an initial or an abbreviation, nor before a small letter.
 */
export const isSentenceEnd = (units: Units, at: number): boolean => {
  const last = units[at - 1] ?? 0
  const following = units[at]
  if (following === undefined) return at > 0
  if (isBlankUnit(last)) return false
  if (!isBlankUnit(following)) return isWideEnd(units, at) && !closers.has(following)
  return isTerminated(units, at) || isLastOfBlock(units, at)
}

const isWideEnd = (units: Units, at: number): boolean => wideTerminators.has(units[behindClosers(units, at) - 1] ?? 0)

const isTerminated = (units: Units, at: number): boolean => {
  const behind = behindClosers(units, at)
  const last = units[behind - 1] ?? 0
  if (wideTerminators.has(last)) return true
  if (!terminators.has(last)) return false
  return last !== dot || !(isShortened(units, behind - 1) || isBeforeSmallLetter(units, at))
}

const behindClosers = (units: Units, at: number): number => {
  let behind = at
  while (behind > 0 && at - behind < mostClosers && closers.has(units[behind - 1] ?? 0)) behind -= 1
  return behind
}

const isShortened = (units: Units, dotAt: number): boolean => {
  let from = dotAt
  while (from > 0 && dotAt - from < 8 && (units[from - 1] === dot || classAt(units, from - 1) === letter)) from -= 1
  const word = String.fromCharCode(...units.subarray(from, dotAt))
  return /^(?:\p{L}\.)*\p{Lu}$/u.test(word) || abbreviations.has(word.replaceAll('.', '').toLowerCase())
}

const isBeforeSmallLetter = (units: Units, at: number): boolean => {
  const next = nextAfterBlanks(units, at)
  return next.breaks < 2 && /^\p{Ll}/u.test(String.fromCharCode(units[next.at] ?? 0))
}

const isLastOfBlock = (units: Units, at: number): boolean => {
  const next = nextAfterBlanks(units, at)
  return next.breaks >= 2 || (next.breaks === 1 && openers.has(units[next.at] ?? 0))
}

/** Looks no further than the second line break: that is a blank line, whatever follows. */
const nextAfterBlanks = (units: Units, from: number): { at: number; breaks: number } => {
  let breaks = 0
  let at = from
  for (; breaks < 2 && at < units.length && isBlankUnit(units[at] ?? 0); at += 1) {
    if (units[at] === lineFeed) breaks += 1
  }
  return { at, breaks }
}
