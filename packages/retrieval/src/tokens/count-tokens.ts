import { unitsOf } from './character-classes.ts'
import { pieceEnd } from './piece-end.ts'
import { pieceTokens } from './piece-tokens.ts'
import { openScratch } from './scratch.ts'

/** The tokens of a text in cl100k_base; marks of special tokens are ordinary text. */
export const countTokens = (text: string): number => {
  const scratch = openScratch()
  const units = unitsOf(text, scratch)
  let tokens = 0
  for (let at = 0; at < units.length; ) {
    const behind = pieceEnd(units, at, units.length)
    tokens += pieceTokens(units, at, behind)
    at = behind
  }
  scratch.release()
  return tokens
}
