import { skipBlanks, type Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/token-ruler.ts'
import { forEachLine, unitSet } from './lines.ts'
import { type RankedPlaces, rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

/** Headings have their depth. */
const deepestHeading = 6
const rankOf = { paragraph: 7, item: 8, line: 9, codeGap: 10, codeLine: 11 }

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t\r]*$/
const setextLine = /^ {0,3}(=+|-{2,})[ \t\r]*$/
const fenceLine = /^ {0,3}(`{3,}|~{3,})/
const itemLine = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/

/**
 * Cuts before headings, the greater ones first, then between paragraphs, list items, lines and, last, inside of code;
 * never between a heading and what it is over.
 */
export const markdownStructure = (text: string, units: Units): Structure => {
  const { headings, ...places } = readMarkdown(text, units)
  const starts = headings.map(({ at }) => at)
  const pathAt = (at: number) => headings[lowerBound(starts, starts.length, at + 1) - 1]?.path ?? []
  return rankedStructure(places, { units, pathAt, sectionRank: deepestHeading, hasSentences: true })
}

type Heading = { readonly at: number; readonly depth: number; readonly path: readonly string[] }

const readMarkdown = (text: string, units: Units): RankedPlaces & { headings: readonly Heading[] } => {
  const places: number[] = []
  const ranks: number[] = []
  const headings: Heading[] = []
  let open: readonly { depth: number; title: string }[] = []
  let fence: string | undefined
  let isAfterGap = true
  let isUnderHeading = false
  let paragraph: { start: number; end: number; index: number } | undefined

  const addHeading = (at: number, depth: number, title: string) => {
    open = [...open.filter((one) => one.depth < depth), { depth, title }]
    headings.push({ at, depth, path: open.map((one) => one.title) })
  }
  forEachLine(units, (start, end) => {
    const behind = Math.min(end, start + longestHead)
    const first = skipBlanks(units, start, behind)
    const isGap = first === behind
    const opener = isGap ? 0 : (units[first] ?? 0)
    // Most lines begin with a letter, and need no pattern.
    const line = isOpener(opener) ? lineHead(text, start, end) : ''
    const isItem = line !== '' && itemLine.test(line)
    const marker = line === '' ? undefined : fenceLine.exec(line)?.[1]
    const heading = fence === undefined && line !== '' ? atxHeading.exec(line) : null
    const setext = fence === undefined && paragraph && line !== '' ? setextLine.exec(line)?.[1] : undefined
    if (setext && paragraph) {
      const depth = setext.startsWith('=') ? 1 : 2
      ranks[paragraph.index] = depth
      addHeading(places[paragraph.index] ?? start, depth, lineHead(text, paragraph.start, paragraph.end).trim())
    } else if (!isGap && (heading || !isUnderHeading)) {
      places.push(start)
      if (heading) ranks.push(heading[1]?.length ?? deepestHeading)
      else if (fence !== undefined) ranks.push(isAfterGap ? rankOf.codeGap : rankOf.codeLine)
      else ranks.push(isAfterGap ? rankOf.paragraph : isItem ? rankOf.item : rankOf.line)
      if (heading) addHeading(start, heading[1]?.length ?? deepestHeading, (heading[2] ?? '').trim())
    }
    const isText =
      !isGap && !heading && !isUnderHeading && setext === undefined && marker === undefined && fence === undefined
    paragraph = isText && !isItem && units[start] !== bar ? { start, end, index: places.length - 1 } : undefined
    if (marker !== undefined) {
      if (fence === undefined) fence = marker
      else if (marker.startsWith(fence)) fence = undefined
    }
    if (heading || setext !== undefined) isUnderHeading = true
    else if (!isGap) isUnderHeading = false
    isAfterGap = isGap
  })
  return { places, ranks, headings }
}

const longestHead = 200
/** What a line begins with that a pattern has to look at. */
const isOpener = unitSet('#`~=-*+0123456789')
const bar = 0x7c

/** Enough of a line to tell what it is; lines may be a megabyte long. */
const lineHead = (text: string, start: number, end: number): string =>
  text.slice(start, Math.min(end, start + longestHead)).toWellFormed()
