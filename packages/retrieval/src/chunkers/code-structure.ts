import { skipBlanks, type Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/lower-bound.ts'
import { space } from '../tokens/piece-end.ts'
import type { Scratch } from '../tokens/scratch.ts'
import { isClosing, isLeading } from './code-line.ts'
import { lineEnd, longestHead } from './lines.ts'
import { rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

const tabWidth = 4
const tab = 0x09
const deepest = 20
const longestHeading = 120

/**
 * Cuts by indentation, which all languages share: least readily where it is deepest, before a closing bracket, or
 * between a comment and what it speaks of. The path of a chunk is the lines that it is nested in.
 */
export const codeStructure = (text: string, units: Units, scratch: Scratch): Structure => {
  let starts = scratch.numbers(units.length >> 5)
  let ranks = scratch.numbers(units.length >> 5)
  /** Of each line in `starts`: its columns, and the line that it is nested in, or -1. */
  let indents = scratch.numbers(units.length >> 5)
  let parents = scratch.numbers(units.length >> 5)
  let count = 0
  let enclosing = -1
  let isAfterGap = true
  let isAfterLeading = false
  for (let start = 0, end = 0; start < units.length; start = end + 1) {
    end = lineEnd(text, start)
    const behind = Math.min(end, start + longestHead)
    const first = skipBlanks(units, start, behind)
    if (first === behind) {
      isAfterGap = true
      continue
    }
    const indent = indentOf(units, start, first)
    while (enclosing >= 0 && (indents[enclosing] ?? 0) >= indent) enclosing = parents[enclosing] ?? -1
    starts = scratch.reaching(starts, count)
    ranks = scratch.reaching(ranks, count)
    indents = scratch.reaching(indents, count)
    parents = scratch.reaching(parents, count)
    starts[count] = start
    indents[count] = indent
    parents[count] = enclosing
    const closes = isClosing(text, units, first, behind)
    const leads = isLeading(text, units, first, behind)
    const isTorn = closes || (isAfterLeading && !isAfterGap)
    ranks[count] = 2 * Math.min(indent, deepest) + (isAfterGap ? 0 : 1) + (isTorn ? 2 * deepest : 0)
    if (!closes && !leads) enclosing = count
    count += 1
    isAfterGap = false
    isAfterLeading = leads
  }
  const places = starts.subarray(0, count)
  const headingOf = (line: number) => {
    const start = places[line] ?? 0
    return text
      .slice(start, Math.min(lineEnd(text, start), start + longestHeading))
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
