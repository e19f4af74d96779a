import {
  classAt,
  isBetweenPairs,
  isBlankUnit,
  skipBlanks,
  trimBlanks,
  twosOf,
  type Units,
  widthAt,
} from './character-classes.ts'
import { countPieces } from './count-pieces.ts'
import { cutPieces, longestPiece, pieceWindow } from './cut-pieces.ts'
import { graphemeFloor } from './graphemes.ts'
import { pieceEnd } from './piece-end.ts'
import { pieceTokens } from './piece-tokens.ts'
import type { Scratch } from './scratch.ts'

export type Pieces = {
  readonly count: number
  /** Where each piece begins; one more for the end of the text. */
  readonly starts: Int32Array
  /** The tokens of all pieces before each; one more for all. */
  readonly sums: Int32Array
  /** Places inside of overlong pieces, in order. No chunk reaches across one. */
  readonly tears: Int32Array
}

/** Units that are cut at once: few enough that their pieces are still in the fastest cache when they are counted. */
const mostAtOnce = 4_096
const leastAtOnce = 256
const cuts = new Int32Array(mostAtOnce + 2 * pieceWindow)

/** Cuts a text into the tokenizer's pieces and counts their tokens. */
export const measurePieces = (text: string, units: Units, scratch: Scratch): Pieces => {
  const end = units.length
  const twos = twosOf(units)
  const tears: number[] = []
  let starts = scratch.numbers((end >> 2) + mostAtOnce)
  let sums = scratch.numbers((end >> 2) + mostAtOnce)
  starts[0] = 0
  sums[0] = 0
  let count = 0
  let atOnce = mostAtOnce
  for (let at = 0; at < end; ) {
    const whole = cutSome(units, twos, at, Math.min(end, at + atOnce))
    starts = scratch.reaching(starts, count + whole + 1)
    sums = scratch.reaching(sums, count + whole + 1)
    const counted = countPieces(units, twos, cuts, whole, { starts, sums, count })
    count += counted
    at = cuts[counted] ?? end
    atOnce = Math.min(mostAtOnce, 2 * atOnce)
    if (counted < whole) {
      const behind = cuts[counted + 1] ?? end
      const tear = tearBefore(text, units, at, behind)
      if (tear < behind) tears.push(tear)
      count += 1
      starts[count] = tear
      sums[count] = (sums[count - 1] ?? 0) + pieceTokens(units, at, tear)
      at = tear
      atOnce = leastAtOnce
    }
  }
  return { count, starts, sums, tears: Int32Array.from(tears) }
}

/** A run of blanks that fills a window ends with it, which is not seen by looking at a few characters. */
const cutSome = (units: Units, twos: DataView, from: number, to: number): number => {
  const run = longBlanks(units, from, to)
  if (run > from) return cutPieces(units, twos, from, Math.min(to, run + 1), cuts)
  cuts[0] = from
  cuts[1] = pieceEnd(units, from, Math.min(units.length, from + pieceWindow))
  return 1
}

/** Where the first run of blanks begins that fills a window; `to` without any. */
const longBlanks = (units: Units, from: number, to: number): number => {
  for (let at = from; at < to; at += pieceWindow) {
    if (!isBlankUnit(units[at] ?? 0)) continue
    const start = trimBlanks(units, from, at)
    const behind = skipBlanks(units, at, Math.min(units.length, start + pieceWindow))
    if (behind - start === pieceWindow) return start
  }
  return to
}

/** The character that may stand before a run does not count, so that a chunk that begins behind it is torn alike. */
const tearBefore = (text: string, units: Units, at: number, behind: number): number => {
  const second = at + widthAt(units, at)
  const run = classAt(units, at) === classAt(units, second) ? at : second
  const tear = Math.min(run + longestPiece, behind)
  if (tear === behind) return behind
  const between = graphemeFloor(text, units, tear, run)
  if (between > run) return between
  return isBetweenPairs(units, tear) ? tear : tear - 1
}
