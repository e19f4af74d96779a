import type { Units } from '../tokens/character-classes.ts'
import { unitSet } from './lines.ts'

const isWordUnit = unitSet('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
const isBracket = unitSet(')]}')
const closingWords = ['end', 'else', 'elif', 'except', 'catch', 'finally', 'then', 'do', 'case', 'default']
const isCloser = unitSet(closingWords.map((word) => word.charAt(0)).join(''))
const isSecondOfCloser = unitSet(closingWords.map((word) => word.charAt(1)).join(''))

/** Whether a line ends what is above it, or belongs to it. `first` is its first character, `behind` where it ends. */
export const isClosing = (text: string, units: Units, first: number, behind: number): boolean => {
  const opener = units[first] ?? 0
  if (isBracket(opener)) return true
  if (!isCloser(opener) || !isSecondOfCloser(units[first + 1] ?? 0)) return false
  return closingWords.some((word) => {
    const end = first + word.length
    return text.startsWith(word, first) && (end === behind || (end < behind && !isWordUnit(units[end] ?? 0)))
  })
}

const isLeader = unitSet('/*#-"\'@[')
/** A list item or a string begins with one of these, too. */
const isRepeated = unitSet('-"\'')
const asterisk = 0x2a
/** `#include` leads to nothing; an attribute in brackets stands alone in its line. */
const leading = /^(?:\/\/|\/\*|\*|#(?!include)|--|"""|'''|@\w|\[\w+[^\]]*\]\s*$)/

/** Whether a line belongs to what is below it: a comment, a decorator, an attribute. */
export const isLeading = (text: string, units: Units, first: number, behind: number): boolean => {
  const opener = units[first] ?? 0
  if (!isLeader(opener) || (isRepeated(opener) && units[first + 1] !== opener)) return false
  return opener === asterisk || leading.test(text.slice(first, behind))
}
