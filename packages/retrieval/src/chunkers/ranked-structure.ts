import type { Units } from '../tokens/character-classes.ts'
import { lowerBound } from '../tokens/token-ruler.ts'
import { lastSentenceEnd } from './sentence-structure.ts'
import type { Structure } from './structure.ts'

/** Places to cut at, in order, each with a rank: the lower, the better. */
export type RankedPlaces = { readonly places: readonly number[]; readonly ranks: readonly number[] }

type Reading = {
  readonly units: Units
  readonly pathAt: Structure['pathAt']
  /** The highest rank of a place where something else begins: a chunk may be a quarter full to end there. */
  readonly sectionRank: number
  /** Prose is cut at sentences where a single unit is too long; code and diffs have none. */
  readonly hasSentences: boolean
}

/** Cuts at the best-ranked place, the last among equals. */
export const rankedStructure = ({ places, ranks }: RankedPlaces, reading: Reading): Structure => ({
  cut: (from, preferred, to) => {
    const early = bestOf(ranks, placesIn(places, from + ((preferred - from) >> 1), to))
    const isSection = (ranks[early] ?? Number.POSITIVE_INFINITY) <= reading.sectionRank
    const late = isSection ? early : bestOf(ranks, placesIn(places, preferred, to))
    // A chunk a quarter full is better than one that ends inside of a unit.
    const found = places[late] ?? places[early]
    if (found !== undefined) return found
    const sentence = reading.hasSentences ? lastSentenceEnd(reading.units, from, to) : from
    return Math.max(sentence, places[lowerBound(places, places.length, preferred) - 1] ?? from, from)
  },
  begin: (from, to) => Math.min(places[lowerBound(places, places.length, from)] ?? to, to),
  pathAt: reading.pathAt,
})

const placesIn = (places: readonly number[], least: number, most: number) => ({
  first: lowerBound(places, places.length, least),
  behind: lowerBound(places, places.length, most + 1),
})

/** -1 where there is none. */
const bestOf = (ranks: readonly number[], { first, behind }: { first: number; behind: number }): number => {
  let best = -1
  for (let at = behind - 1; at >= first; at -= 1) if (best < 0 || (ranks[at] ?? 0) < (ranks[best] ?? 0)) best = at
  return best
}
