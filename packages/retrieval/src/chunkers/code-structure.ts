import type { Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/token-ruler.ts'
import { forEachLine } from './lines.ts'
import { rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

const tabWidth = 4
const deepest = 20
/** A line that ends what is above it, or belongs to it. */
const closing = /^\s*(?:[)\]}]|end\b|else\b|elif\b|except\b|catch\b|finally\b|then\b|do\b|case\b|default\b)/
/** A line that belongs to what is below it. */
const leading = /^\s*(?:\/\/|\/\*|\*|#(?!include)|--|"""|'''|@\w|\[\w+[^\]]*\]\s*$)/
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
  forEachLine(text, (start, end) => {
    const line = text.slice(start, Math.min(end, start + 200))
    if (line.trim() === '') {
      isAfterGap = true
      return
    }
    const indent = indentOf(line)
    const isClosing = closing.test(line)
    while ((enclosing.at(-1)?.indent ?? -1) >= indent) enclosing.pop()
    places.push(start)
    parents.push(enclosing.at(-1)?.line ?? -1)
    const isLeading = leading.test(line)
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
const indentOf = (line: string): number => {
  let columns = 0
  for (const character of line) {
    if (character === ' ') columns += 1
    else if (character === '\t') columns += tabWidth
    else break
  }
  return columns
}
