import { isBlankUnit, skipBlanks, trimBlanks } from '../tokens/character-classes.ts'
import { graphemeFloor } from '../tokens/graphemes.ts'
import type { TokenRuler } from '../tokens/token-ruler.ts'
import { overlapStart } from './overlap-start.ts'
import { splitPiece } from './split-piece.ts'
import type { Structure } from './structure.ts'

type Chunk = {
  /** Counts from 0 without gaps. */
  readonly index: number
  /** UTF-16 offsets into the text that was chunked: `text === source.slice(start, end)`, exactly. */
  readonly start: number
  readonly end: number
  readonly text: string
}

export type MeasuredChunk = Chunk & {
  /** Of the text alone, in cl100k_base. */
  readonly tokens: number
  /** Headings above it, the outermost first; for a diff, its file and hunk; for code, what it is nested in. */
  readonly path: readonly string[]
}

export type TokenBudget = {
  readonly maxTokens: number
  /** The most tokens that a chunk repeats of the one before; less than `maxTokens`. */
  readonly overlapTokens: number
}

/** A chunk is cut at a worse place rather than to be emptier than this. */
const leastFill = 0.5

/**
 * Fills chunks from the beginning of a text to its end, each as far as the budget allows and cut where the structure
 * likes best. What fits into one chunk is one. Chunks begin and end with a character that is not blank.
 */
export const packChunks = (ruler: TokenRuler, structure: Structure, budget: TokenBudget): MeasuredChunk[] => {
  const { text, units } = ruler
  const textEnd = trimBlanks(units, 0, units.length)
  const chunks: MeasuredChunk[] = []
  // `next` is the first character that is in no chunk yet; an overlap lets a chunk start before it.
  let next = skipBlanks(units, 0, textEnd)
  let start = next
  while (next < textEnd) {
    const limit = trimBlanks(units, start, Math.min(ruler.nextTear(start), textEnd))
    const room = { start, next, limit, maxTokens: budget.maxTokens }
    const fit = fitWhole(ruler, room) ?? fitBest(ruler, structure, room)
    if (fit === undefined) {
      start = next
      continue
    }
    const { end, tokens } = fit
    const path = structure.pathAt(start)
    chunks.push({ index: chunks.length, start, end, text: text.slice(start, end), tokens, path })
    const repeated = overlapStart(ruler, structure, { start, end, tokens: budget.overlapTokens })
    next = skipBlanks(units, end, textEnd)
    start = Math.min(repeated, next) < end ? repeated : next
  }
  return chunks
}

/** `limit` is the furthest that a chunk may reach: the next tear, or the end of the text. */
type Room = { readonly start: number; readonly next: number; readonly limit: number; readonly maxTokens: number }

type Fit = { readonly end: number; readonly tokens: number }

/** All that is left, where that is no more than a chunk. */
const fitWhole = (ruler: TokenRuler, { start, next, limit, maxTokens }: Room): Fit | undefined => {
  if (limit <= next || !ruler.reaches(start, limit, maxTokens + edgeTokens)) return undefined
  const tokens = ruler.count(start, limit)
  return tokens <= maxTokens ? { end: limit, tokens } : undefined
}

/** Undefined where an overlap leaves no room for anything new. */
const fitBest = (ruler: TokenRuler, structure: Structure, room: Room): Fit | undefined => {
  const { start, next, limit, maxTokens } = room
  const { units } = ruler
  for (let to = Math.min(ruler.reach(start, maxTokens), limit); to > next; ) {
    // Blanks behind are no part of the chunk, but a line or a section ends behind them.
    const cut = bestCut(ruler, structure, room, skipBlanks(units, to, limit))
    const end = trimBlanks(units, next, cut)
    if (end <= next) break
    const tokens = ruler.count(start, end)
    if (tokens <= maxTokens) return { end, tokens }
    to = ruler.startOf(ruler.pieceFrom(Math.min(end, to)) - 1)
  }
  if (start < next) return undefined
  const end = splitPiece(ruler, start, limit, maxTokens)
  return { end, tokens: ruler.count(start, end) }
}

/** A part may have a few tokens less than its pieces have in the whole: its edges are cut differently. */
const edgeTokens = 8

/** `next` where no cut leaves graphemes whole. */
const bestCut = ({ text, units }: TokenRuler, structure: Structure, { start, next }: Room, to: number): number => {
  const preferred = Math.max(next + 1, start + Math.ceil((to - start) * leastFill))
  const cut = structure.cut(next, preferred, to)
  const whole = cut > next ? graphemeFloor(text, units, cut, next) : next
  if (whole > next) return whole
  for (let at = to; at >= preferred; at -= 1) if (isBlankUnit(units[at] ?? 0)) return at
  return graphemeFloor(text, units, to, next)
}
