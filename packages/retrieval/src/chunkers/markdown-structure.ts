import { skipBlanks, type Units } from '../tokens/character-classes.ts'
import type { Scratch } from '../tokens/scratch.ts'
import { lineEnd, longestHead, unitSet } from './lines.ts'
import { createHeadings, type Headings } from './markdown-headings.ts'
import { fenceLength, headingDepth, isItem, titleIn, underlineDepth } from './markdown-line.ts'
import { type RankedPlaces, rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

/** Headings have their depth. */
const deepestHeading = 6
const rankOf = { paragraph: 7, item: 8, line: 9, codeGap: 10, codeLine: 11 }

/** What a line begins with that takes a closer look; most lines begin with a letter. */
const isOpener = unitSet('#`~=-*+0123456789')
const bar = 0x7c

/**
 * Cuts before headings, the greater ones first, then between paragraphs, list items, lines and, last, inside of code;
 * never between a heading and what it is over.
 */
export const markdownStructure = (text: string, units: Units, scratch: Scratch): Structure => {
  const headings = createHeadings(text)
  const places = readPlaces(text, units, scratch, headings)
  return rankedStructure(places, { units, pathAt: headings.pathAt, sectionRank: deepestHeading, hasSentences: true })
}

const readPlaces = (text: string, units: Units, scratch: Scratch, headings: Headings): RankedPlaces => {
  let places = scratch.numbers(units.length >> 5)
  let ranks = scratch.numbers(units.length >> 5)
  let count = 0
  /** The block of code that is open: its character, and how many of it close it; 0 outside of one. */
  let fence = 0
  let fenceUnit = 0
  let isAfterGap = true
  let isUnderHeading = false
  /** Where the line before lies if it may turn out to be a heading by what is under it; -1 otherwise. */
  let paragraph = -1
  let paragraphEnd = -1
  for (let start = 0, end = 0; start < units.length; start = end + 1) {
    end = lineEnd(text, start)
    const behind = Math.min(end, start + longestHead)
    const first = skipBlanks(units, start, behind)
    if (first === behind) {
      paragraph = -1
      isAfterGap = true
      continue
    }
    const needsLook = isOpener(units[first] ?? 0)
    const marker = needsLook ? fenceLength(units, start, first, behind) : 0
    const isRead = needsLook && fence === 0
    const depth = isRead ? headingDepth(units, start, first, behind) : 0
    const under = isRead && paragraph >= 0 ? underlineDepth(units, start, first, behind) : 0
    const item = isRead && isItem(units, start, first, behind)
    if (depth > 0) headings.add(start, depth, titleIn(units, first, behind))
    if (under > 0) {
      ranks[count - 1] = under
      headings.add(paragraph, under, { start: paragraph, end: paragraphEnd })
    } else if (depth > 0 || !isUnderHeading) {
      places = scratch.reaching(places, count)
      ranks = scratch.reaching(ranks, count)
      places[count] = start
      if (depth > 0) ranks[count] = depth
      else if (fence > 0) ranks[count] = isAfterGap ? rankOf.codeGap : rankOf.codeLine
      else ranks[count] = isAfterGap ? rankOf.paragraph : item ? rankOf.item : rankOf.line
      count += 1
    }
    const isHeading = depth > 0 || under > 0
    const isText = !isHeading && !isUnderHeading && marker === 0 && fence === 0
    paragraph = isText && !item && units[start] !== bar ? start : -1
    paragraphEnd = behind
    if (fence === 0) {
      fence = marker
      fenceUnit = units[first] ?? 0
    } else if (marker >= fence && units[first] === fenceUnit) fence = 0
    isUnderHeading = isHeading
    isAfterGap = false
  }
  return { places: places.subarray(0, count), ranks }
}
