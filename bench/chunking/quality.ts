import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base'
import type { Piece } from './systems.ts'

const sentenceEnd = /[.!?…。！？][)\]"'”’»*_`]*$/u

/** Shares of all chunks, 0 to 1. */
export type Quality = {
  readonly chunks: number
  /** The offset that was told is where the text stands; 0 where none is told. */
  readonly exactOffsets: number
  /** Ends with a sentence, or where a blank line follows. Judged at its offset, or else where it is found. */
  readonly sentenceEnds: number
  readonly withinBudget: number
  /** Comes with the headings above it; undefined for systems that give none. */
  readonly headings: number | undefined
  /** Of the characters that are not blank: in some chunk. */
  readonly covered: number
}

export const judge = (text: string, pieces: readonly Piece[], maxTokens: number): Quality => {
  const share = (holds: (piece: Piece, index: number) => boolean) => pieces.filter(holds).length / pieces.length
  const found = locate(text, pieces)
  const covered = new Uint8Array(text.length)
  for (const [index, at] of found.entries()) if (at >= 0) covered.fill(1, at, at + (pieces[index]?.text.length ?? 0))
  let visible = 0
  let seen = 0
  for (const { index } of text.matchAll(/\S/g)) {
    visible += 1
    seen += covered[index] ?? 0
  }
  return {
    chunks: pieces.length,
    exactOffsets: share(({ start, text: own }) => start !== undefined && text.startsWith(own, start)),
    sentenceEnds: share(({ text: own }, index) => {
      const behind = (found[index] ?? 0) + own.trimEnd().length
      return sentenceEnd.test(own.trimEnd()) || /^\s*$|^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(behind, behind + 40))
    }),
    withinBudget: share(({ text: own }) => countTokens(own, { disallowedSpecial: new Set() }) <= maxTokens),
    headings: pieces.some(({ path }) => path !== undefined && path.length > 0)
      ? share(({ path }) => path !== undefined && path.length > 0)
      : undefined,
    covered: seen / visible,
  }
}

const locate = (text: string, pieces: readonly Piece[]): number[] => {
  let from = 0
  return pieces.map(({ text: own, start }) => {
    const at = start !== undefined && text.startsWith(own, start) ? start : text.indexOf(own, from)
    if (at >= 0) from = at + 1
    return at
  })
}
