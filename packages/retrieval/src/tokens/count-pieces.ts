import type { Units } from './character-classes.ts'
import { longestPiece } from './cut-pieces.ts'
import { bytePairCount, pieceTokens } from './piece-tokens.ts'

/**
 * Nearly all pieces have up to 8 ASCII characters, and nearly all others up to 16. Packed a byte each into two or four
 * numbers they are their own keys: finding them takes neither a loop nor a second look at the text. ASCII leaves the
 * highest bit of each byte free; these four bits of a number hold the length, or the tokens less one.
 * A table is emptied when it is half full: what is frequent is soon in it again.
 */
const slots = 1 << 16
const short = new Int32Array(slots * 2)
const middle = new Int32Array(slots * 4)
const kept = { short: 0, middle: 0 }
const packedBits = 0x7f7f7f7f
const beyondAscii = 0xff80ff80
/** Its bit tells a slot that is taken from a free one, which is zero. */
const taken = 8

const spread = (bits: number): number =>
  ((bits & 1) << 7) | ((bits & 2) << 14) | ((bits & 4) << 21) | ((bits & 8) << 28)
const gathered = (packed: number): number =>
  ((packed >>> 7) & 1) | ((packed >>> 14) & 2) | ((packed >>> 21) & 4) | ((packed >>> 28) & 8)

/** By length: the bits that tell it. */
const lengthBits = Int32Array.from({ length: 17 }, (_, length) =>
  spread(length > 8 ? taken | (length - 9) : length - 1),
)
/** By length up to 8, four each: which bits of four numbers of two units each are of the piece. */
const masks = Int32Array.from({ length: 9 * 4 }, (_, at) => {
  const units = (at >> 2) - 2 * (at & 3)
  return units >= 2 ? -1 : units === 1 ? 0xffff : 0
})

/** Two numbers of two ASCII units each in one, a byte each. */
const packFour = (first: number, second: number): number =>
  ((first | (first >>> 8)) & 0xffff) | (second << 16) | ((second << 8) & 0xff000000)

const hashOf = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)

/** Where the pieces of a text go. */
type Counted = {
  starts: Int32Array
  /** The tokens of all pieces before each. */
  sums: Int32Array
  count: number
}

/**
 * Adds the pieces that begin at the first of `cuts`, until one is too long to be counted whole.
 * Returns how many were added; where the next one begins, and the tokens of all before it, are written as well.
 */
export const countPieces = (
  units: Units,
  twos: DataView,
  cuts: Int32Array,
  whole: number,
  { starts, sums, count }: Counted,
): number => {
  let tokens = sums[count] ?? 0
  let at = cuts[0] ?? 0
  let index = 0
  for (; index < whole; index += 1) {
    const behind = cuts[index + 1] ?? 0
    const length = behind - at
    starts[count + index] = at
    sums[count + index] = tokens
    if (length > longestPiece) break
    const mask = length > 8 ? 0 : length << 2
    const first = twos.getInt32(2 * at, true) & (masks[mask] ?? 0)
    const second = twos.getInt32(2 * at + 4, true) & (masks[mask + 1] ?? 0)
    const third = twos.getInt32(2 * at + 8, true) & (masks[mask + 2] ?? 0)
    const fourth = twos.getInt32(2 * at + 12, true) & (masks[mask + 3] ?? 0)
    const low = packFour(first, second) | (lengthBits[length & 15] ?? 0)
    const high = packFour(third, fourth)
    const slot = (hashOf(low, high) >>> 16) << 1
    const found = short[slot + 1] ?? 0
    // A slot that is free looks like NUL, which has one token as any single character of ASCII.
    const isFound =
      short[slot] === low && (found & packedBits) === high && ((first | second | third | fourth) & beyondAscii) === 0
    tokens += isFound && mask > 0 ? 1 + (gathered(found) & 7) : otherTokens(units, twos, at, behind)
    at = behind
  }
  starts[count + index] = at
  sums[count + index] = tokens
  return index
}

/** Not so small that the loop above would swallow it, which costs more than the call. */
const otherTokens = (units: Units, twos: DataView, start: number, end: number): number => {
  const length = end - start
  if (length > 16) return pieceTokens(units, start, end)
  const mask = Math.min(length, 8) << 2
  const from = 2 * start
  const one = twos.getInt32(from, true) & (masks[mask] ?? 0)
  const two = twos.getInt32(from + 4, true) & (masks[mask + 1] ?? 0)
  const three = twos.getInt32(from + 8, true) & (masks[mask + 2] ?? 0)
  const four = twos.getInt32(from + 12, true) & (masks[mask + 3] ?? 0)
  if (((one | two | three | four) & beyondAscii) !== 0) return pieceTokens(units, start, end)
  const first = packFour(one, two) | (lengthBits[length] ?? 0)
  const second = packFour(three, four)
  if (length <= 8) {
    let slot = (hashOf(first, second) >>> 16) << 1
    for (let found = short[slot + 1] ?? 0; found !== 0; found = short[slot + 1] ?? 0) {
      if (short[slot] === first && (found & packedBits) === second) return 1 + (gathered(found) & 7)
      slot = (slot + 2) & (2 * slots - 1)
    }
    return addShort(slot, first, second, bytePairCount(units, start, end))
  }
  const rest = (length - 8) << 2
  const five = twos.getInt32(from + 16, true) & (masks[rest] ?? 0)
  const six = twos.getInt32(from + 20, true) & (masks[rest + 1] ?? 0)
  const seven = twos.getInt32(from + 24, true) & (masks[rest + 2] ?? 0)
  const eight = twos.getInt32(from + 28, true) & (masks[rest + 3] ?? 0)
  if (((five | six | seven | eight) & beyondAscii) !== 0) return pieceTokens(units, start, end)
  const third = packFour(five, six)
  const fourth = packFour(seven, eight)
  let slot = ((hashOf(first, second) ^ hashOf(fourth, third)) >>> 16) << 2
  for (let found = middle[slot] ?? 0; found !== 0; found = middle[slot] ?? 0) {
    const last = middle[slot + 3] ?? 0
    if (found === first && middle[slot + 1] === second && middle[slot + 2] === third && (last & packedBits) === fourth)
      return 1 + gathered(last)
    slot = (slot + 4) & (4 * slots - 1)
  }
  return addMiddle(slot, [first, second, third, fourth], bytePairCount(units, start, end))
}

const addShort = (slot: number, low: number, high: number, tokens: number): number => {
  if (kept.short > slots / 2) {
    short.fill(0)
    kept.short = 0
  } else {
    short[slot] = low
    short[slot + 1] = high | spread(taken | (tokens - 1))
    kept.short += 1
  }
  return tokens
}

const addMiddle = (slot: number, packed: readonly [number, number, number, number], tokens: number): number => {
  if (kept.middle > slots / 2) {
    middle.fill(0)
    kept.middle = 0
  } else {
    const [first, second, third, fourth] = packed
    middle.set([first, second, third, fourth | spread(tokens - 1)], slot)
    kept.middle += 1
  }
  return tokens
}
