import { unitsOf } from './character-classes.ts'
import { measurePieces } from './measure-pieces.ts'
import { pieceEnd } from './piece-end.ts'
import { pieceTokens } from './piece-tokens.ts'

/** What begins inside of a piece that is longer than this is not worth counting: it will have to be split anyway. */
const hopeless = 16
const hopelessPerToken = 8

export type TokenRuler = ReturnType<typeof createTokenRuler>

/**
 * Measures a text once; after that, the tokens of any part of it are told without tokenizing the part again.
 * A part begins where its text begins, so its first pieces may differ from those of the whole: these are counted anew
 * until both meet, which they do after a piece or two. The same goes for its last piece.
 */
export const createTokenRuler = (text: string) => {
  const units = unitsOf(text)
  const { count: pieceCount, starts, sums, tears } = measurePieces(text, units)

  /** The first piece that begins at or behind an offset. */
  const pieceFrom = (at: number): number => lowerBound(starts, pieceCount + 1, at)

  /** Tokens of `text.slice(start, end)`, exactly. No tear may lie between, and neither end in a surrogate pair. */
  const count = (start: number, end: number): number => {
    let tokens = 0
    for (let at = start; at < end; ) {
      const piece = pieceFrom(at)
      if (starts[piece] === at) {
        const last = Math.max(piece, pieceFrom(end + 1) - 1)
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
        return Math.min(limit, starts[lowerBound(sums, pieceCount + 1, most + 1, piece) - 1] ?? at)
      }
      const behind = pieceEnd(units, at, limit)
      if (behind - at > hopeless + left * hopelessPerToken) break
      left -= pieceTokens(units, at, behind)
      if (left < 0) break
      at = behind
    }
    return at
  }

  const nextTear = (start: number): number => tears[lowerBound(tears, tears.length, start + 1)] ?? text.length

  /** The first piece from which on no more than `budget` tokens stand before `end`, or one too many at the edges. */
  const pieceWithin = (end: number, budget: number): number => {
    const last = pieceFrom(end)
    return lowerBound(sums, last, (sums[last] ?? 0) - budget)
  }

  return {
    text,
    units,
    count,
    reach,
    nextTear,
    pieceFrom,
    pieceWithin,
    startOf: (piece: number) => starts[piece] ?? text.length,
  }
}

/** The first index from `from` on whose number is not less than `wanted`; numbers ascend. */
export const lowerBound = (numbers: ArrayLike<number>, length: number, wanted: number, from = 0): number => {
  let low = from
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
