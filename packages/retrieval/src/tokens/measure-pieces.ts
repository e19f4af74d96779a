import { classAt, codeUnitClasses, isBetweenPairs, type Units, widthAt } from './character-classes.ts'
import { graphemeFloor } from './graphemes.ts'
import { pieceEnd } from './piece-end.ts'
import { packedPieceTokens, pieceTokens } from './piece-tokens.ts'
import { scanned, usualPieceEnd } from './usual-piece.ts'

export type Pieces = {
  readonly count: number
  /** Where each piece begins; one more for the end of the text. */
  readonly starts: Int32Array
  /** The tokens of all pieces before each; one more for all. */
  readonly sums: Int32Array
  /** Places inside of overlong pieces, in order. No chunk reaches across one. */
  readonly tears: readonly number[]
}

/** A run of letters, marks or blanks that is longer is torn, for the byte pairs of one piece take quadratic time. */
const longestRun = 128

/** Cuts a text into the tokenizer's pieces and counts their tokens, in one pass. */
export const measurePieces = (text: string, units: Units): Pieces => {
  const classes = codeUnitClasses()
  const end = units.length
  const tears: number[] = []
  let starts = new Int32Array((end >> 2) + 16)
  let sums = new Int32Array(starts.length)
  let count = 0
  let tokens = 0
  for (let at = 0; at < end; count += 1) {
    if (count + 1 >= starts.length) {
      starts = grown(starts)
      sums = grown(sums)
    }
    starts[count] = at
    sums[count] = tokens
    const window = Math.min(end, at + longestRun + 4)
    let behind = usualPieceEnd(units, at, window, classes)
    const isPacked = behind > 0 && behind - at <= 8 && (scanned[2] ?? 0) < 0x80
    if (isPacked) tokens += packedPieceTokens(units, at, behind, scanned[0] ?? 0, scanned[1] ?? 0)
    else {
      if (behind === 0) behind = pieceEnd(units, at, window)
      if (behind - at > longestRun) {
        const tear = tearBefore(text, units, at, behind)
        if (tear < behind) tears.push(tear)
        behind = tear
      }
      tokens += pieceTokens(units, at, behind)
    }
    at = behind
  }
  starts[count] = end
  sums[count] = tokens
  return { count, starts, sums, tears }
}

/** The character that may stand before a run does not count, so that a chunk that begins behind it is torn alike. */
const tearBefore = (text: string, units: Units, at: number, behind: number): number => {
  const second = at + widthAt(units, at)
  const run = classAt(units, at) === classAt(units, second) ? at : second
  const tear = Math.min(run + longestRun, behind)
  if (tear === behind) return behind
  const between = graphemeFloor(text, units, tear, run)
  if (between > run) return between
  return isBetweenPairs(units, tear) ? tear : tear - 1
}

const grown = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
