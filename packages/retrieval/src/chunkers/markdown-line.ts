import type { Units } from '../tokens/character-classes.ts'
import { space } from '../tokens/piece-end.ts'
import { isSpaceOrTab, unitSet } from './lines.ts'

/** The head of a line: where the line begins, its first character that is not blank, and where the head ends. */
export type Head = { readonly start: number; readonly first: number; readonly behind: number }

const hash = 0x23
const carriageReturn = 0x0d
const deepest = 6

/** The depth of a heading of 1 to 6 `#`; 0 for any other line. */
export const headingDepth = (units: Units, { start, first, behind }: Head): number => {
  if (first - start > 3) return 0
  for (let at = start; at < first; at += 1) if (units[at] !== space) return 0
  const title = behindHashes(units, first, behind)
  const depth = title - first
  if (depth < 1 || depth > deepest) return 0
  const end = trimLine(units, title, behind)
  if (end === title) return depth
  if (!isSpaceOrTab(units[title] ?? 0)) return 0
  for (let at = title; at < end; at += 1) if (isLineTerminator(units[at] ?? 0)) return 0
  return depth
}

/** Where the title of a heading of `#` lies, which may be closed by more of these. */
export const titleIn = (units: Units, { first, behind }: Head): { start: number; end: number } => {
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
export const isItem = (units: Units, { start, first, behind }: Head): boolean => {
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
