import { unitsOf } from './character-classes.ts'
import { lowerBound, lowerBoundNear } from './lower-bound.ts'
import { measurePieces } from './measure-pieces.ts'
import { pieceEnd } from './piece-end.ts'
import { pieceTokens } from './piece-tokens.ts'
import { openScratch, type Scratch } from './scratch.ts'

/** What begins inside of a piece that is longer than this is not worth counting: it will have to be split anyway. */
const hopeless = 16
const hopelessPerToken = 8

export type TokenRuler = ReturnType<typeof createTokenRuler>

/**
 * Measures a text once; after that, the tokens of any part of it are told without tokenizing the part again.
 * A part begins where its text begins, so its first pieces may differ from those of the whole: these are counted anew
 * until both meet, which they do after a piece or two. The same goes for its last piece.
 */
export const createTokenRuler = (text: string, scratch: Scratch = openScratch()) => {
  const units = unitsOf(text, scratch)
  const { count: pieceCount, starts, sums, tears } = measurePieces(text, units, scratch)

  // What is asked for next is mostly close to where the last part began, or to where it ended.
  let nearStart = 0
  let nearEnd = 0
  // The same end is asked for again and again: the end of the text, or the next tear.
  let furthestEnd = -1
  let tokensToEnd = 0
  const piecesPerToken = pieceCount / Math.max(1, sums[pieceCount] ?? 0)

  /** The first piece that begins at or behind an offset. */
  const pieceFrom = (at: number): number => {
    nearStart = lowerBoundNear(starts, pieceCount + 1, at, (starts[nearEnd] ?? 0) <= at ? nearEnd : nearStart)
    return nearStart
  }

  const pieceAtEnd = (at: number): number => {
    nearEnd = lowerBoundNear(starts, pieceCount + 1, at, nearEnd)
    return nearEnd
  }

  /** Tokens of `text.slice(start, end)`, exactly. No tear may lie between, and neither end in a surrogate pair. */
  const count = (start: number, end: number): number => {
    let tokens = 0
    for (let at = start; at < end; ) {
      const piece = pieceFrom(at)
      if (starts[piece] === at) {
        const last = Math.max(piece, pieceAtEnd(end + 1) - 1)
        tokens += (sums[last] ?? 0) - (sums[piece] ?? 0)
        at = starts[last] ?? at
        if (at >= end) break
      }
      const behind = pieceEnd(units, at, end)
      tokens += pieceTokens(units, at, behind)
      at = behind
    }
    return tokens
  }

  /** The last piece boundary up to which no more than `budget` tokens stand; `start` where hardly one piece fits. */
  const reach = (start: number, budget: number): number => {
    const limit = nextTear(start)
    let at = start
    let left = budget
    while (at < limit) {
      const piece = pieceFrom(at)
      if (starts[piece] === at) {
        const most = (sums[piece] ?? 0) + left
        const guess = piece + Math.floor(left * piecesPerToken)
        nearEnd = lowerBoundNear(sums, pieceCount + 1, most + 1, guess) - 1
        return Math.min(limit, starts[nearEnd] ?? at)
      }
      const behind = pieceEnd(units, at, limit)
      if (behind - at > hopeless + left * hopelessPerToken) break
      left -= pieceTokens(units, at, behind)
      if (left < 0) break
      at = behind
    }
    return at
  }

  /** Whether `reach` would go as far as `end`, and no tear lies before that. */
  const reaches = (start: number, end: number, budget: number): boolean => {
    const piece = pieceFrom(start)
    if (starts[piece] !== start) return reach(start, budget) >= end
    if (end !== furthestEnd) {
      furthestEnd = end
      tokensToEnd = sums[lowerBound(starts, pieceCount + 1, end)] ?? 0
    }
    return tokensToEnd - (sums[piece] ?? 0) <= budget
  }

  const nextTear = (start: number): number =>
    tears.length === 0 ? text.length : (tears[lowerBound(tears, tears.length, start + 1)] ?? text.length)

  /** The first piece from which on no more than `budget` tokens stand before `end`, or one too many at the edges. */
  const pieceWithin = (end: number, budget: number): number => {
    const last = pieceFrom(end)
    return lowerBound(sums, last, (sums[last] ?? 0) - budget, Math.max(0, last - budget))
  }

  return {
    text,
    units,
    count,
    reach,
    reaches,
    nextTear,
    pieceFrom,
    pieceWithin,
    startOf: (piece: number) => starts[piece] ?? text.length,
  }
}
