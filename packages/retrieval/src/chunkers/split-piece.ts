import { isBlankUnit, widthAt } from '../tokens/character-classes.ts'
import { graphemeEnds } from '../tokens/graphemes.ts'
import type { TokenRuler } from '../tokens/token-ruler.ts'

/**
 * Where to end a chunk that not even one piece fits into: behind as many graphemes as fit; where one grapheme does not,
 * behind as many of its code points; where one code point does not, behind that. Only such a chunk is over its budget,
 * which takes a budget of less than 4 tokens.
 */
export const splitPiece = (ruler: TokenRuler, start: number, limit: number, maxTokens: number): number => {
  const fits = (end: number) => ruler.count(start, end) <= maxTokens
  for (let width = Math.max(16, maxTokens * 4); ; width *= 2) {
    const windowEnd = Math.min(start + width, limit)
    // The last one may go on behind the window.
    const complete = graphemeEnds(ruler.text, ruler.units, start, windowEnd).slice(
      0,
      windowEnd < limit ? -1 : undefined,
    )
    const ends = complete.filter((end) => !isBlankUnit(ruler.units[end - 1] ?? 0))
    const last = ends.at(-1)
    if (last === undefined || (fits(last) && windowEnd < limit)) continue
    return (
      lastFitting(ends, fits) ??
      lastFitting(codePointEnds(ruler, start, ends[0] ?? limit), fits) ??
      start + widthAt(ruler.units, start)
    )
  }
}

const codePointEnds = ({ units }: TokenRuler, start: number, end: number): number[] => {
  const ends: number[] = []
  for (let at = start; at < end; ) {
    at += widthAt(units, at)
    ends.push(at)
  }
  return ends
}

/** Tokens nearly always grow with the text: the search assumes it, and the walk back makes up for where they do not. */
const lastFitting = (ends: readonly number[], fits: (end: number) => boolean): number | undefined => {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (fits(ends[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return ends.slice(0, low).findLast(fits)
}
