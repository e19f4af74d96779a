import type { Units } from '../tokens/character-classes.ts'
import { lowerBoundNear } from '../tokens/lower-bound.ts'
import { lastSentenceEnd } from './sentence-structure.ts'
import type { Structure } from './structure.ts'

/** Places to cut at, in order, each with a rank: the lower, the better. */
export type RankedPlaces = { readonly places: Int32Array; readonly ranks: ArrayLike<number> }

type Reading = {
  readonly units: Units
  readonly pathAt: Structure['pathAt']
  /** The highest rank of a place where something else begins: a chunk may be a quarter full to end there. */
  readonly sectionRank: number
  /** Prose is cut at sentences where a single unit is too long; code and diffs have none. */
  readonly hasSentences: boolean
}

/** Cuts at the best-ranked place, the last among equals. */
export const rankedStructure = ({ places, ranks }: RankedPlaces, reading: Reading): Structure => {
  let last = 0
  /** The first place at or behind an offset. */
  const placeFrom = (at: number): number => {
    last = lowerBoundNear(places, places.length, at, last)
    return last
  }
  return {
    cut: (from, preferred, to) => {
      const first = placeFrom(from + ((preferred - from) >> 1))
      let early = -1
      let late = -1
      let bestEarly = Number.POSITIVE_INFINITY
      let bestLate = Number.POSITIVE_INFINITY
      for (let index = first; index < places.length; index += 1) {
        const place = places[index] ?? 0
        if (place > to) break
        const rank = ranks[index] ?? 0
        if (rank <= bestEarly) {
          bestEarly = rank
          early = place
        }
        if (place >= preferred && rank <= bestLate) {
          bestLate = rank
          late = place
        }
      }
      if (early >= 0 && (late < 0 || bestEarly <= reading.sectionRank)) return early
      // A chunk a quarter full is better than one that ends inside of a unit.
      if (late >= 0) return late
      const sentence = reading.hasSentences ? lastSentenceEnd(reading.units, from, to) : from
      return Math.max(sentence, places[first - 1] ?? from, from)
    },
    begin: (from, to) => Math.min(places[placeFrom(from)] ?? to, to),
    pathAt: reading.pathAt,
  }
}
