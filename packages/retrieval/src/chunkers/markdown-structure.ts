import { skipBlanks, type Units } from '../tokens/character-classes.ts'
import type { Scratch } from '../tokens/scratch.ts'
import { lineEnd, longestHead, unitSet } from './lines.ts'
import { createHeadings } from './markdown-headings.ts'
import { headingDepth, isItem, titleIn } from './markdown-line.ts'
import { rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

/** Headings have their depth. */
const deepestHeading = 6
const rankOf = { paragraph: 7, item: 8, line: 9, codeGap: 10, codeLine: 11 }

const underline = /^ {0,3}(=+|-{2,})[ \t\r]*$/
const fenceLine = /^ {0,3}(`{3,}|~{3,})/

/** What a line begins with that takes a closer look; most lines begin with a letter. */
const isOpener = unitSet('#`~=-*+0123456789')
const isFence = unitSet('`~')
const isUnderline = unitSet('=-')
const hash = 0x23
const bar = 0x7c

/**
 * Cuts before headings, the greater ones first, then between paragraphs, list items, lines and, last, inside of code;
 * never between a heading and what it is over.
 */
export const markdownStructure = (text: string, units: Units, scratch: Scratch): Structure => {
  let places = scratch.numbers(units.length >> 5)
  let ranks = scratch.numbers(units.length >> 5)
  let count = 0
  const headings = createHeadings(text)
  let fence: string | undefined
  let isAfterGap = true
  let isUnderHeading = false
  /** Where the line before begins and ends if it may turn out to be a heading by what is under it; -1 otherwise. */
  let paragraphStart = -1
  let paragraphEnd = -1

  for (let start = 0, end = 0; start < units.length; start = end + 1) {
    end = lineEnd(text, start)
    const behind = Math.min(end, start + longestHead)
    const first = skipBlanks(units, start, behind)
    if (first === behind) {
      paragraphStart = -1
      isAfterGap = true
      continue
    }
    const opener = units[first] ?? 0
    let depth = 0
    let item = false
    let marker: string | undefined
    if (isOpener(opener)) {
      const head = { start, first, behind }
      if (isFence(opener)) marker = fenceLine.exec(text.slice(start, behind))?.[1]
      else if (fence === undefined) {
        if (opener === hash) depth = headingDepth(units, head)
        else if (paragraphStart >= 0 && isUnderline(opener) && underline.test(text.slice(start, behind))) {
          const own = opener === 0x3d ? 1 : 2
          ranks[count - 1] = own
          headings.add(paragraphStart, own, { start: paragraphStart, end: paragraphEnd })
          paragraphStart = -1
          isUnderHeading = true
          isAfterGap = false
          continue
        } else item = isItem(units, head)
      }
      if (depth > 0) headings.add(start, depth, titleIn(units, head))
    }
    if (depth > 0 || !isUnderHeading) {
      places = scratch.reaching(places, count)
      ranks = scratch.reaching(ranks, count)
      places[count] = start
      if (depth > 0) ranks[count] = depth
      else if (fence !== undefined) ranks[count] = isAfterGap ? rankOf.codeGap : rankOf.codeLine
      else ranks[count] = isAfterGap ? rankOf.paragraph : item ? rankOf.item : rankOf.line
      count += 1
    }
    const isText = depth === 0 && !isUnderHeading && marker === undefined && fence === undefined
    paragraphStart = isText && !item && units[start] !== bar ? start : -1
    paragraphEnd = behind
    if (marker !== undefined) {
      if (fence === undefined) fence = marker
      else if (marker.startsWith(fence)) fence = undefined
    }
    isUnderHeading = depth > 0
    isAfterGap = false
  }
  const ranked = { places: places.subarray(0, count), ranks }
  return rankedStructure(ranked, {
    units,
    pathAt: headings.pathAt,
    sectionRank: deepestHeading,
    hasSentences: true,
  })
}
