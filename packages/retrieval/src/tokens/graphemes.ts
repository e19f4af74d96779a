import { isBetweenPairs, isBlankUnit, type Units } from './character-classes.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** How far back a place is looked for that surely lies between two graphemes. */
const farBack = 256

/** `at` where it lies between two graphemes, else the beginning of the one that it lies in; never before `least`. */
export const graphemeFloor = (text: string, units: Units, at: number, least: number): number => {
  if (at <= least || at >= units.length || isSurelyBetween(units, at)) return at
  let from = at - 1
  const earliest = Math.max(least, at - farBack)
  while (from > earliest && !isSurelyBetween(units, from)) from -= 1
  if (!isBetweenPairs(units, from)) from += 1
  const window = text.slice(from, at + 2)
  return from + (graphemes.segment(window).containing(at - from)?.index ?? at - from)
}

/** Where the graphemes of `[start, end)` end, in order. */
export const graphemeEnds = (text: string, units: Units, start: number, end: number): number[] => {
  const ends: number[] = []
  for (let at = start + 1; at < end && isSurelyBetween(units, at); at += 1) ends.push(at)
  const rest = ends.at(-1) ?? start
  for (const { index, segment } of graphemes.segment(text.slice(rest, end))) ends.push(rest + index + segment.length)
  return ends
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** ASCII joins nothing before it, save the line feed of CR LF; what joins all that follows lies above U+0600. */
const isSurelyBetween = (units: Units, at: number): boolean => {
  const unit = units[at] ?? 0
  const before = units[at - 1] ?? 0
  if (unit === lineFeed && before === carriageReturn) return false
  return unit < 0x80 && (before < 0x600 || isBlankUnit(before))
}
