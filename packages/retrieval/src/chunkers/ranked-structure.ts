import type { Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/token-ruler.ts'
import { lastSentenceEnd } from './sentence-structure.ts'
import type { Structure } from './structure.ts'

/** Places to cut at, in order, each with a rank: the lower, the better. */
export type RankedPlaces = { readonly places: readonly number[]; readonly ranks: readonly number[] }

/**
 * Cuts at the best-ranked place, the last among equals. Prose is cut at sentences where a single unit is too long;
 * code and diffs have none.
 */
export const rankedStructure = (
  { places, ranks }: RankedPlaces,
  { units, pathAt, hasSentences }: { units: Units; pathAt: Structure['pathAt']; hasSentences: boolean },
): Structure => ({
  cut: (from, preferred, to) => {
    const first = lowerBound(places, places.length, preferred)
    let best = -1
    for (let at = lowerBound(places, places.length, to + 1) - 1; at >= first; at -= 1) {
      if (best < 0 || (ranks[at] ?? 0) < (ranks[best] ?? 0)) best = at
    }
    if (best >= 0) return places[best] ?? from
    const sentence = hasSentences ? lastSentenceEnd(units, from, to) : from
    return Math.max(sentence, places[first - 1] ?? from, from)
  },
  begin: (from, to) => Math.min(places[lowerBound(places, places.length, from)] ?? to, to),
  pathAt,
})
