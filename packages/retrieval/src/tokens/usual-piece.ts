import { blank, digit, letter, mark, newline, special, type Units } from './character-classes.ts'
import { apostrophe, space } from './piece-end.ts'

/**
 * Of the piece that was scanned last: its last four units and the four before these, a byte each, and all its units
 * joined by `or`. An array, because an object for each piece of the text would cost more than the scan.
 */
export const scanned = new Int32Array(3)

/**
 * Does what `pieceEnd` does for the pieces that most texts consist of, and packs them on the way.
 * 0 for all others, which are left to `pieceEnd`: contractions, runs of blanks, characters beyond the basic plane.
 */
export const usualPieceEnd = (units: Units, at: number, end: number, classes: Uint8Array): number => {
  const unit = units[at] ?? 0
  let kind = classes[unit] ?? special
  if (kind === special || unit === apostrophe) return 0
  let low = unit
  let high = 0
  let all = unit
  let behind = at + 1
  let most = end
  if (kind === blank || kind === mark) {
    if (behind >= end) return 0
    const next = units[behind] ?? 0
    const following = classes[next] ?? special
    if (following === special) return 0
    if (following === letter || (unit === space && following === mark)) kind = following
    else if (kind === blank) {
      if (following >= blank) return 0
      most = behind
    }
  } else if (kind === digit) most = Math.min(end, at + 3)
  else if (kind === newline) {
    if (behind >= end || (classes[units[behind] ?? 0] ?? special) >= blank) return 0
    most = behind
  }
  for (; behind < most; behind += 1) {
    const next = units[behind] ?? 0
    const following = classes[next] ?? special
    if (following !== kind) {
      if (following === special) return 0
      if (kind !== mark || following !== newline) break
      kind = newline
    }
    high = (high << 8) | (low >>> 24)
    low = (low << 8) | next
    all |= next
  }
  scanned[0] = low
  scanned[1] = high
  scanned[2] = all
  return behind
}
