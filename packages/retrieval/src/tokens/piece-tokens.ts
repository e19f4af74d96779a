import { createRequire } from 'node:module'
import type { Units } from './character-classes.ts'

type Encoding = typeof import('gpt-tokenizer/encoding/cl100k_base')

let encoding: Encoding | undefined
const asText = { disallowedSpecial: new Set<string>() }

/** The tokens of one piece by gpt-tokenizer. Its table takes 0.2 s to load, so that is done at the first piece. */
const bytePairCount = (units: Units, start: number, end: number): number => {
  encoding ??= createRequire(import.meta.url)('gpt-tokenizer/cjs/encoding/cl100k_base') as Encoding
  return encoding.countTokens(String.fromCharCode(...units.subarray(start, end)), asText)
}

/** Two tables of what was seen. Each is emptied when it is full: what is frequent is soon in it again. */
const slots = 1 << 16
const longestKept = 160

/** Of each slot: hash, offset in the pool, length, tokens; 0 tokens where it is free. */
const table = new Int32Array(slots * 4)
const pool = new Uint16Array(slots * 16)
let pooled = 0
let kept = 0

/** The tokens of the piece `[start, end)`. */
export const pieceTokens = (units: Units, start: number, end: number): number => {
  const length = end - start
  if (length > longestKept) return bytePairCount(units, start, end)
  let hash = length
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x5bd1e995)
  let slot = ((hash ^ (hash >>> 15)) & (slots - 1)) << 2
  for (let tokens = table[slot + 3]; tokens; tokens = table[slot + 3]) {
    if (table[slot] === hash && table[slot + 2] === length) {
      const shift = (table[slot + 1] ?? 0) - start
      let at = start
      while (at < end && pool[at + shift] === units[at]) at += 1
      if (at === end) return tokens
    }
    slot = (slot + 4) & (slots * 4 - 1)
  }
  const tokens = bytePairCount(units, start, end)
  if (kept > slots / 2 || pooled + length > pool.length) {
    table.fill(0)
    pooled = 0
    kept = 0
  } else {
    table[slot] = hash
    table[slot + 1] = pooled
    table[slot + 2] = length
    table[slot + 3] = tokens
    for (let at = start; at < end; at += 1) pool[pooled + at - start] = units[at] ?? 0
    pooled += length
    kept += 1
  }
  return tokens
}

/**
 * Of each slot: the packed piece in two numbers. ASCII leaves the highest bit of each byte free; in the second number
 * these four hold that the slot is taken, and the tokens less one. Half the size finds twice as much in the caches.
 */
const packed = new Int32Array(slots * 2)
let packedKept = 0
const bytesOfPiece = 0x7f7f7f7f

/**
 * The same for a piece of up to 8 ASCII characters other than NUL, packed a byte each into two numbers. Most pieces of
 * most texts are such, and the numbers are the piece itself, so finding them needs no second look at the text.
 */
export const packedPieceTokens = (units: Units, start: number, end: number, low: number, high: number): number => {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  let slot = (mixed >>> 16) << 1
  for (let flagged = packed[slot + 1]; flagged; flagged = packed[slot + 1]) {
    if (packed[slot] === low && (flagged & bytesOfPiece) === high) return tokensIn(flagged)
    slot = (slot + 2) & (slots * 2 - 1)
  }
  const tokens = bytePairCount(units, start, end)
  if (packedKept > slots / 2) {
    packed.fill(0)
    packedKept = 0
  } else {
    packed[slot] = low
    packed[slot + 1] = high | flagsOf(tokens)
    packedKept += 1
  }
  return tokens
}

/** A piece of 8 bytes has 8 tokens at most. */
const flagsOf = (tokens: number): number => {
  const less = tokens - 1
  return 0x80 | ((less & 1) << 15) | ((less & 2) << 22) | ((less & 4) << 29)
}

const tokensIn = (flagged: number): number =>
  1 + (((flagged >>> 15) & 1) | ((flagged >>> 22) & 2) | ((flagged >>> 29) & 4))
