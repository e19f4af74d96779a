import { inverseDocumentFrequency } from '../ranking/bm25.ts'
import { type BestPlaces, keepBest } from './best-places.ts'
import { type OpenPostings, openPostings } from './open-postings.ts'

/** What is held in memory of a stored word index: 12 bytes a passage, over all segments one after another. */
export type StoredLengths = {
  readonly ids: Float64Array
  readonly lengths: Uint32Array
  readonly averageLength: number
}

/** The postings of a term in one segment, whose passages begin at `start`. */
export type StoredPostings = {
  readonly start: number
  readonly frequency: number
  readonly postings: Uint8Array
  /** See `packPostings`. */
  readonly blocks: Uint32Array
}

export type ScoredPassage = { readonly id: string; readonly score: number }

/** A term's postings in all segments, and how often or how much it is asked for. */
export type AskedPostings = readonly [asked: number, postings: readonly StoredPostings[]]

/**
 * BM25 (see docs/retrieval.md) of the best passages for a query's terms. The postings of a term are all of its postings:
 * frequencies, lengths and hence scores are those of the whole corpus.
 *
 * Terms that together cannot lift a passage among the best are not read but where another term stands, too (MaxScore:
 * Turtle & Flood, Information Processing & Management 31(6), 1995), and there only the blocks that could (Ding & Suel,
 * SIGIR 2011). What is found is what reading everything would find.
 */
export const scoreStoredWords = (
  index: StoredLengths,
  query: Iterable<AskedPostings>,
  limit: number,
): ScoredPassage[] => {
  const { ids } = index
  const weighed = [...query].flatMap(([asked, parts]) => {
    const frequency = parts.reduce((sum, part) => sum + part.frequency, 0)
    const weight = asked * inverseDocumentFrequency(ids.length, frequency)
    return weight > 0 ? parts.map((part) => ({ part, weight })) : []
  })
  const segments = [...Map.groupBy(weighed, ({ part }) => part.start)].sort(([a], [b]) => a - b)
  const best = keepBest(Math.min(limit, ids.length))
  // Longer than any segment: where one ends is known by where the next begins, and of some no term is asked for.
  const scores = new Float64Array(
    longestOf(
      segments.map(([start]) => start),
      ids.length,
    ),
  )
  for (const [at, [start, terms]] of segments.entries()) {
    const size = (segments[at + 1]?.[0] ?? ids.length) - start
    const opened = terms.map(({ part, weight }) => openPostings(index, part, weight))
    scoreSegment(opened, scores.subarray(0, size), start, best)
  }
  return best.list().map(({ place, score }) => ({ id: String(ids[place] ?? 0), score }))
}

const longestOf = (starts: readonly number[], end: number): number =>
  Math.max(0, ...starts.map((start, at) => (starts[at + 1] ?? end) - start))

/** @param scores zeros, and zeros again afterwards. */
const scoreSegment = (terms: readonly OpenPostings[], scores: Float64Array, start: number, best: BestPlaces): void => {
  const ordered = terms.toSorted((a, b) => a.most - b.most)
  // What the first so many terms add up to at most.
  const reach = [0]
  for (const { most } of ordered) reach.push((reach.at(-1) ?? 0) + most)
  const least = best.least()
  const skipped = least > 0 ? reach.findLastIndex((most) => most <= least) : 0
  for (const term of ordered.slice(skipped)) term.addAll(scores)
  const candidates = takeAbove(scores, least - (reach[skipped] ?? 0))
  for (let at = skipped - 1; at >= 0; at -= 1) {
    const term = ordered[at]
    if (term) addTo(candidates, term, least, reach[at] ?? 0)
  }
  for (let at = 0; at < candidates.size; at += 1)
    best.offer(start + (candidates.places[at] as number), candidates.scores[at] as number)
}

type Candidates = { readonly places: Uint32Array; readonly scores: Float64Array; size: number }

const takeAbove = (scores: Float64Array, least: number): Candidates => {
  const above = Math.max(0, least)
  let size = 0
  for (let place = 0; place < scores.length; place += 1) if ((scores[place] as number) > above) size += 1
  const candidates = { places: new Uint32Array(size), scores: new Float64Array(size), size }
  for (let place = 0, at = 0; at < size; place += 1) {
    const score = scores[place] as number
    if (!(score > above)) continue
    candidates.places[at] = place
    candidates.scores[at] = score
    at += 1
  }
  scores.fill(0)
  return candidates
}

/** Adds what one more term gives, and drops those that `rest` cannot lift above `least` any more. */
const addTo = (candidates: Candidates, term: OpenPostings, least: number, rest: number): void => {
  const { places, scores } = candidates
  let kept = 0
  for (let at = 0; at < candidates.size; at += 1) {
    const place = places[at] as number
    const score = scores[at] as number
    const total = score + term.at(place, least - rest - score)
    if (total + rest <= least) continue
    places[kept] = place
    scores[kept] = total
    kept += 1
  }
  candidates.size = kept
}
