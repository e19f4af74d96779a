import { isBlankUnit, skipBlanks } from '../tokens/character-classes.ts'
import { graphemeFloor } from '../tokens/graphemes.ts'
import type { TokenRuler } from '../tokens/token-ruler.ts'
import type { Structure } from './structure.ts'

/**
 * Where the chunk behind `[start, end)` begins when it repeats up to `tokens` of it: at a unit of the structure, else at
 * a word, else between pieces; `end` where nothing fits.
 */
export const overlapStart = (
  ruler: TokenRuler,
  structure: Structure,
  { start, end, tokens }: { start: number; end: number; tokens: number },
): number => {
  if (tokens === 0) return end
  const { text, units } = ruler
  const fits = (at: number) =>
    at > start &&
    at < end &&
    ruler.nextTear(at) >= end &&
    graphemeFloor(text, units, at, start) === at &&
    ruler.count(at, end) <= tokens
  const last = ruler.pieceFrom(end)
  let atPiece = end
  for (let piece = ruler.pieceWithin(end, tokens); piece < last; piece += 1) {
    const at = skipBlanks(units, ruler.startOf(piece), end)
    const isWord = isBlankUnit(units[at - 1] ?? 0)
    if ((!isWord && atPiece < end) || !fits(at)) continue
    if (!isWord) atPiece = at
    else {
      const unit = skipBlanks(units, structure.begin(at, end), end)
      return fits(unit) ? unit : at
    }
  }
  return atPiece
}
