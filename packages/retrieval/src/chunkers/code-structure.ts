import { skipBlanks, type Units } from '../tokens/character-classes.ts'
import { space } from '../tokens/piece-end.ts'
import { lowerBound } from '../tokens/token-ruler.ts'
import { forEachLine, unitSet } from './lines.ts'
import { rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

const tabWidth = 4
const tab = 0x09
const deepest = 20
/** A line that ends what is above it, or belongs to it; and what such a line begins with. */
const closing = /^(?:[)\]}]|end\b|else\b|elif\b|except\b|catch\b|finally\b|then\b|do\b|case\b|default\b)/
const isCloser = unitSet(')]}ecftd')
/** A line that belongs to what is below it, likewise. */
const leading = /^(?:\/\/|\/\*|\*|#(?!include)|--|"""|'''|@\w|\[\w+[^\]]*\]\s*$)/
const isLeader = unitSet('/*#-"\'@[')
const longestHead = 200
const longestHeading = 120

/**
 * Cuts by indentation, which all languages share: least readily where it is deepest, before a closing bracket, or
 * between a comment and what it speaks of. The path of a chunk is the lines that it is nested in.
 */
export const codeStructure = (text: string, units: Units): Structure => {
  const places: number[] = []
  const ranks: number[] = []
  /** Of each line in `places`: the line that it is nested in, or -1. */
  const parents: number[] = []
  const enclosing: { line: number; indent: number }[] = []
  let isAfterGap = true
  let isAfterLeading = false
  forEachLine(units, (start, end) => {
    const behind = Math.min(end, start + longestHead)
    const first = skipBlanks(units, start, behind)
    if (first === behind) {
      isAfterGap = true
      return
    }
    const indent = indentOf(units, start, first)
    const opener = units[first] ?? 0
    const isClosing = isCloser(opener) && closing.test(text.slice(first, behind))
    while ((enclosing.at(-1)?.indent ?? -1) >= indent) enclosing.pop()
    places.push(start)
    parents.push(enclosing.at(-1)?.line ?? -1)
    const isLeading = isLeader(opener) && leading.test(text.slice(first, behind))
    const isTorn = isClosing || (isAfterLeading && !isAfterGap)
    ranks.push(2 * Math.min(indent, deepest) + (isAfterGap ? 0 : 1) + (isTorn ? 2 * deepest : 0))
    if (!isClosing && !isLeading) enclosing.push({ line: places.length - 1, indent })
    isAfterGap = false
    isAfterLeading = isLeading
  })
  const headingOf = (line: number) => {
    const start = places[line] ?? 0
    const lineBreak = text.indexOf('\n', start)
    return text
      .slice(start, Math.min(lineBreak < 0 ? text.length : lineBreak, start + longestHeading))
      .trim()
      .toWellFormed()
  }
  const pathAt = (at: number) => {
    const path: string[] = []
    const own = lowerBound(places, places.length, at + 1) - 1
    for (let line = parents[own] ?? -1; line >= 0; line = parents[line] ?? -1) path.unshift(headingOf(line))
    return path
  }
  return rankedStructure({ places, ranks }, { units, pathAt, sectionRank: 0, hasSentences: false })
}

/** In columns. */
const indentOf = (units: Units, start: number, end: number): number => {
  let columns = 0
  for (let at = start; at < end; at += 1) {
    if (units[at] === space) columns += 1
    else if (units[at] === tab) columns += tabWidth
    else break
  }
  return columns
}
