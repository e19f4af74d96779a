import { type Bm25Parameters, standardBm25, termSaturation } from '../ranking/bm25.ts'
import { BLOCK, BLOCK_FIELDS, FIELDS_OF_BLOCK, type Postings, unpackPostings } from './pack-postings.ts'
import type { StoredLengths, StoredPostings } from './stored-index.ts'

/** The postings of a term in one segment: read as a whole, or at single places. */
export type OpenPostings = {
  /** No passage of the segment gets more from this term. */
  readonly most: number
  /** Adds what every passage gets, by its place in the segment. @param room for all postings of a segment. */
  readonly addAll: (scores: Float64Array, room: Postings) => void
  /** What the passage at a place gets; 0 also where that cannot be more than `least`. Places have to come in rising order. */
  readonly at: (place: number, least: number) => number
}

/** Sums of the same numbers in another order differ in their last digits: a limit has to be above all of them. */
const MARGIN = 1 + 1e-9

/** @param weight of the term: its inverse document frequency, times how much it is asked for. */
export const openPostings = (index: StoredLengths, part: StoredPostings, weight: number): OpenPostings => {
  const { averageLength } = index
  const lengths = index.lengths.subarray(part.start)
  const { postings, blocks } = part
  const count = blocks.length / FIELDS_OF_BLOCK
  const field = (block: number, at: number): number => blocks[block * FIELDS_OF_BLOCK + at] as number
  const mostOf = (block: number): number =>
    MARGIN *
    weight *
    saturationOf(field(block, BLOCK_FIELDS.highestCount), field(block, BLOCK_FIELDS.leastLength), averageLength)

  const reader = openReader(part)
  let block = 0
  return {
    most: mostIn(count, mostOf) ?? MARGIN * weight * highestSaturation(standardBm25),
    addAll(scores, { places, counts }) {
      const read = unpackPostings(postings, { from: 0, to: postings.length, before: 0 }, { places, counts })
      for (let at = 0; at < read; at += 1) {
        const place = places[at] as number
        const saturation = saturationOf(counts[at] as number, lengths[place] as number, averageLength)
        scores[place] = (scores[place] as number) + weight * saturation
      }
    },
    at(place, least) {
      while (block + 1 < count && field(block + 1, BLOCK_FIELDS.before) < place) block += 1
      if (count > 0 && mostOf(block) <= least) return 0
      const found = reader(block, place)
      return found === 0 ? 0 : weight * saturationOf(found, lengths[place] as number, averageLength)
    },
  }
}

const saturationOf = (count: number, length: number, averageLength: number): number =>
  termSaturation(count, averageLength > 0 ? length / averageLength : 1, standardBm25)

/** What saturation comes near to, however often a term stands in a passage. */
const highestSaturation = ({ k1 }: Bm25Parameters): number => k1 + 1

const mostIn = (blocks: number, mostOf: (block: number) => number): number | null => {
  let most: number | null = null
  for (let block = 0; block < blocks; block += 1) most = Math.max(most ?? 0, mostOf(block))
  return most
}

export const roomFor = (size: number): Postings => ({ places: new Uint32Array(size), counts: new Uint32Array(size) })

/** Reads how often a term stands at a place of a block, and a block only once while it is asked for. */
const openReader = ({ postings, blocks, frequency }: StoredPostings) => {
  const count = blocks.length / FIELDS_OF_BLOCK
  const opened = roomFor(count > 0 ? BLOCK : frequency)
  const startOf = (block: number): { from: number; before: number } => {
    const at = block * FIELDS_OF_BLOCK
    return { from: blocks[at + BLOCK_FIELDS.from] ?? 0, before: blocks[at + BLOCK_FIELDS.before] ?? 0 }
  }
  let current = -1
  let read = 0
  let next = 0
  return (block: number, place: number): number => {
    if (block !== current) {
      const to = block + 1 < count ? startOf(block + 1).from : postings.length
      read = unpackPostings(postings, { ...startOf(block), to }, opened)
      current = block
      next = 0
    }
    while (next < read && (opened.places[next] as number) < place) next += 1
    return next < read && opened.places[next] === place ? (opened.counts[next] as number) : 0
  }
}
