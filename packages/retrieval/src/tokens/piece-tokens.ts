import { createRequire } from 'node:module'
import type { Units } from './character-classes.ts'

type Encoding = typeof import('gpt-tokenizer/encoding/cl100k_base')

let encoding: Encoding | undefined
const asText = { disallowedSpecial: new Set<string>() }

/** The tokens of one piece by gpt-tokenizer. Its table takes 0.2 s to load, so that is done at the first piece. */
export const bytePairCount = (units: Units, start: number, end: number): number => {
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
