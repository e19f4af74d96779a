import type { Units } from '../tokens/character-classes.ts'
import { space } from '../tokens/piece-end.ts'
import { isSpaceOrTab, unitSet } from './lines.ts'

// A line is given by where it begins, where its first character is that is not blank, and where its head ends.

const hash = 0x23
const equals = 0x3d
const hyphen = 0x2d
const carriageReturn = 0x0d
const deepest = 6
const leastFence = 3
const isFence = unitSet('`~')

/** The depth of a heading of 1 to 6 `#`; 0 for any other line. */
export const headingDepth = (units: Units, start: number, first: number, behind: number): number => {
  if (units[first] !== hash || !isIndentOfBlock(units, start, first)) return 0
  const title = behindHashes(units, first, behind)
  const depth = title - first
  if (depth < 1 || depth > deepest) return 0
  const end = trimLine(units, title, behind)
  if (end === title) return depth
  if (!isSpaceOrTab(units[title] ?? 0)) return 0
  for (let at = title; at < end; at += 1) if (isLineTerminator(units[at] ?? 0)) return 0
  return depth
}

/** How many backticks or tildes open or close a block of code; 0 for any other line. */
export const fenceLength = (units: Units, start: number, first: number, behind: number): number => {
  if (!isFence(units[first] ?? 0)) return 0
  const length = behindRun(units, first, behind) - first
  return length >= leastFence && isIndentOfBlock(units, start, first) ? length : 0
}

/** The depth of the heading that a line of `=` or of two `-` or more makes of the line above; 0 for any other line. */
export const underlineDepth = (units: Units, start: number, first: number, behind: number): 0 | 1 | 2 => {
  const isDouble = units[first] === equals
  if (!isDouble && (units[first] !== hyphen || units[first + 1] !== hyphen)) return 0
  const run = behindRun(units, first, behind)
  if (trimLine(units, run, behind) > run || !isIndentOfBlock(units, start, first)) return 0
  return isDouble ? 1 : 2
}

const behindRun = (units: Units, first: number, behind: number): number => {
  let at = first
  while (at < behind && units[at] === units[first]) at += 1
  return at
}

/** What is indented further is code. */
const isIndentOfBlock = (units: Units, start: number, first: number): boolean => {
  if (first - start > 3) return false
  for (let at = start; at < first; at += 1) if (units[at] !== space) return false
  return true
}

/** Where the title of a heading of `#` lies, which may be closed by more of these. */
export const titleIn = (units: Units, first: number, behind: number): { start: number; end: number } => {
  const start = behindHashes(units, first, behind)
  const end = trimLine(units, start, behind)
  let closing = end
  while (closing > start && units[closing - 1] === hash) closing -= 1
  const isClosed = closing < end && closing > start && isSpaceOrTab(units[closing - 1] ?? 0)
  return { start, end: isClosed ? closing - 1 : end }
}

const behindHashes = (units: Units, first: number, behind: number): number => {
  let at = first
  while (at < behind && at - first <= deepest && units[at] === hash) at += 1
  return at
}

const trimLine = (units: Units, start: number, behind: number): number => {
  let end = behind
  while (end > start && (isSpaceOrTab(units[end - 1] ?? 0) || units[end - 1] === carriageReturn)) end -= 1
  return end
}

const isLineTerminator = (unit: number): boolean => unit === carriageReturn || unit === 0x2028 || unit === 0x2029

const isBullet = unitSet('-*+')
const isDigit = unitSet('0123456789')
const isDelimiter = unitSet('.)')
const mostDigits = 9

/** Whether a list item begins: a bullet, or a number with a dot or a bracket, and a blank behind it. */
export const isItem = (units: Units, start: number, first: number, behind: number): boolean => {
  for (let at = start; at < first; at += 1) if (!isSpaceOrTab(units[at] ?? 0)) return false
  let at = first
  if (isBullet(units[at] ?? 0)) at += 1
  else {
    while (at < behind && at - first < mostDigits && isDigit(units[at] ?? 0)) at += 1
    if (at === first || at >= behind || !isDelimiter(units[at] ?? 0)) return false
    at += 1
  }
  return at < behind && isSpaceOrTab(units[at] ?? 0)
}
