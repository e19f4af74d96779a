import { classAt, letter, type Units } from '../tokens/character-classes.ts'
import { space } from '../tokens/piece-end.ts'

const dot = 0x2e
const lineFeed = 0x0a
const terminator = 1
/** Needs no blank behind it. */
const wideTerminator = 2
const closer = 4
/** What opens a list item, a heading, a quotation or a row of a table. */
const opener = 8
/** What `\s` matches: told by the same table as the others, for each place between two characters is looked at. */
const blankUnit = 16
const mostClosers = 4

/** Which of these each code unit is, a bit each. */
const roles = new Uint8Array(65_536)
for (const [role, characters] of [
  [terminator, '.!?…؟।॥։።'],
  [wideTerminator, '。！？｡'],
  [closer, '"\')]}”’»›」』）*_`'],
  [opener, '-*+#>|•0123456789'],
  [blankUnit, ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  [blankUnit, '\u2028\u2029\u202f\u205f\u3000\ufeff'],
] as const)
  for (const one of characters) roles[one.charCodeAt(0)] = (roles[one.charCodeAt(0)] ?? 0) | role

const hasRole = (unit: number, role: number): boolean => ((roles[unit] ?? 0) & role) !== 0

const isBlank = (unit: number): boolean => hasRole(unit, blankUnit)

export const isWideTerminator = (unit: number): boolean => hasRole(unit, wideTerminator)

/** A dot behind one of these ends no sentence. */
const abbreviations = new Set(
  'eg ie cf vs etc al approx dr mr mrs ms prof st jr sr no nos fig figs eq vol ed eds pp inc ltd co ca resp bzw usw vgl'.split(
    ' ',
  ),
)
const longestAbbreviation = Math.max(...Array.from(abbreviations, (one) => one.length))

/**
 * Whether a sentence, a paragraph or a list item ends right before `at`: behind its last character, before the blanks.
 * A dot ends none behind an initial or an abbreviation, nor before a small letter.
 */
export const isSentenceEnd = (units: Units, at: number): boolean => {
  const last = units[at - 1] ?? 0
  const following = units[at]
  if (following === undefined) return at > 0
  if (isBlank(last)) return false
  if (!isBlank(following)) return isWideEnd(units, at) && !hasRole(following, closer)
  return isTerminated(units, at) || isLastOfBlock(units, at)
}

/** Tells most places apart at once: false only where no sentence ends. */
export const mayEndSentence = (units: Units, at: number): boolean => {
  const following = units[at] ?? 0
  const last = units[at - 1] ?? 0
  if (!isBlank(following)) return at >= units.length || hasRole(last, wideTerminator | closer)
  if (hasRole(last, terminator | wideTerminator | closer)) return true
  return !isBlank(last) && (following !== space || isBlank(units[at + 1] ?? 0))
}

const isWideEnd = (units: Units, at: number): boolean => isWideTerminator(units[behindClosers(units, at) - 1] ?? 0)

const isTerminated = (units: Units, at: number): boolean => {
  const behind = behindClosers(units, at)
  const last = units[behind - 1] ?? 0
  if (isWideTerminator(last)) return true
  if (!hasRole(last, terminator)) return false
  return last !== dot || !(isShortened(units, behind - 1) || isBeforeSmallLetter(units, at))
}

const behindClosers = (units: Units, at: number): number => {
  let behind = at
  while (behind > 0 && at - behind < mostClosers && hasRole(units[behind - 1] ?? 0, closer)) behind -= 1
  return behind
}

const isShortened = (units: Units, dotAt: number): boolean => {
  let from = dotAt
  let dots = 0
  for (; from > 0 && dotAt - from < 8; from -= 1) {
    if (units[from - 1] === dot) dots += 1
    else if (classAt(units, from - 1) !== letter) break
  }
  // Most sentences end with a word that is too long to be shortened.
  if (dots === 0 && dotAt - from > longestAbbreviation) return false
  const word = String.fromCharCode(...units.subarray(from, dotAt))
  return /^(?:\p{L}\.)*\p{Lu}$/u.test(word) || abbreviations.has(word.replaceAll('.', '').toLowerCase())
}

const isBeforeSmallLetter = (units: Units, at: number): boolean => {
  const next = nextAfterBlanks(units, at)
  return next.breaks < 2 && isSmallLetter(units[next.at] ?? 0)
}

const isSmallLetter = (unit: number): boolean =>
  unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /^\p{Ll}/u.test(String.fromCharCode(unit))

const isLastOfBlock = (units: Units, at: number): boolean => {
  const next = nextAfterBlanks(units, at)
  return next.breaks >= 2 || (next.breaks === 1 && hasRole(units[next.at] ?? 0, opener))
}

/** Looks no further than the second line break: that is a blank line, whatever follows. */
const nextAfterBlanks = (units: Units, from: number): { at: number; breaks: number } => {
  let breaks = 0
  let at = from
  for (; breaks < 2 && at < units.length && isBlank(units[at] ?? 0); at += 1) {
    if (units[at] === lineFeed) breaks += 1
  }
  return { at, breaks }
}
