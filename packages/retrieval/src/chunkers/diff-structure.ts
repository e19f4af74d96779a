import type { Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/lower-bound.ts'
import { lineEnd } from './lines.ts'
import { rankedStructure } from './ranked-structure.ts'
import type { Structure } from './structure.ts'

const rankOf = { file: 0, hunk: 1, context: 2, change: 3, insideChange: 4, header: 5 }

const gitHeader = /^diff --git (?:"?a\/.*?"?) "?b\/(.*?)"?\r?$/
const fileHeader = /^(?:---|\+\+\+) (?:"?[ab]\/)?(.*?)"?(?:\t.*)?\r?$/
const hunkHeader = /^@@+ -\d+(?:,(\d+))? .*?\+\d+(?:,(\d+))? @@/

/**
 * Cuts a unified diff between files, then hunks, then around what was changed, and least readily between the old lines
 * and the new ones that replace them. The path of a chunk is its file and the header of its hunk.
 */
export const diffStructure = (text: string, units: Units): Structure => {
  const starts: number[] = []
  const ranks: number[] = []
  const paths: (readonly string[])[] = []
  let path: readonly string[] = []
  let removed = 0
  let added = 0
  let previous = ''
  let isInHeader = false
  for (let start = 0, end = 0; start < units.length; start = end + 1) {
    end = lineEnd(text, start)
    const line = text.slice(start, Math.min(end, start + 400)).toWellFormed()
    const isInHunk = removed > 0 || added > 0
    const git = gitHeader.exec(line)
    const hunk = isInHunk ? null : hunkHeader.exec(line)
    const file = isInHunk || git || hunk ? null : fileHeader.exec(line)
    const sign = line.charAt(0)
    if (git || (file && !isInHeader)) {
      ranks.push(rankOf.file)
      path = [git?.[1] ?? file?.[1] ?? '']
      isInHeader = true
    } else if (hunk) {
      ranks.push(isInHeader ? rankOf.header : rankOf.hunk)
      path = [...path.slice(0, 1), line.trim()]
      isInHeader = false
    } else {
      if (file && file[1] !== '/dev/null') path = [file[1] ?? '']
      if (isInHeader) ranks.push(rankOf.header)
      else if (sign !== '+' && sign !== '-') ranks.push(rankOf.context)
      else ranks.push(sign === previous || previous === '-' ? rankOf.insideChange : rankOf.change)
    }
    if (git) removed = added = 0
    else if (hunk) {
      removed = Number(hunk[1] ?? 1)
      added = Number(hunk[2] ?? 1)
    } else if (isInHunk && sign !== '\\') {
      if (sign !== '+') removed -= 1
      if (sign !== '-') added -= 1
    }
    starts.push(start)
    paths.push(path)
    previous = sign
  }
  const places = Int32Array.from(starts)
  const pathAt = (at: number) => paths[lowerBound(places, places.length, at + 1) - 1] ?? []
  return rankedStructure({ places, ranks }, { units, pathAt, sectionRank: rankOf.hunk, hasSentences: false })
}
