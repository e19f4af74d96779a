import { inverseDocumentFrequency } from '../ranking/bm25.ts'
import { type BestPlaces, keepBest } from './best-places.ts'
import { type OpenPostings, openPostings, roomFor } from './open-postings.ts'
import type { StoredLengths, StoredPostings } from './stored-index.ts'

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
  // A segment of which no term is asked for lengthens the one before, which does not matter.
  const sizes = segments.map(([start], at) => (segments[at + 1]?.[0] ?? ids.length) - start)
  const room = roomToScore(Math.max(0, ...sizes))
  for (const [at, [start, terms]] of segments.entries()) {
    const opened = terms.map(({ part, weight }) => openPostings(index, part, weight))
    scoreSegment(opened, { start, size: sizes[at] ?? 0 }, room, best)
  }
  return best.list().map(({ place, score }) => ({ id: String(ids[place] ?? 0), score }))
}

/** What scoring a segment needs, to be used again for the next. */
const roomToScore = (size: number) => ({
  /** Zeros, and zeros again afterwards. */
  scores: new Float64Array(size),
  postings: roomFor(size),
  candidates: { places: new Uint32Array(size), scores: new Float64Array(size) },
})
type RoomToScore = ReturnType<typeof roomToScore>
type Candidates = RoomToScore['candidates']

const scoreSegment = (
  terms: readonly OpenPostings[],
  { start, size }: { readonly start: number; readonly size: number },
  { scores, postings, candidates }: RoomToScore,
  best: BestPlaces,
): void => {
  const ordered = terms.toSorted((a, b) => a.most - b.most)
  // What the first so many terms add up to at most.
  const reach = [0]
  for (const { most } of ordered) reach.push((reach.at(-1) ?? 0) + most)
  const least = best.least()
  const skipped = least > 0 ? reach.findLastIndex((most) => most <= least) : 0
  if (skipped === ordered.length) return
  for (const term of ordered.slice(skipped)) term.addAll(scores, postings)
  let held = takeAbove(scores.subarray(0, size), least - (reach[skipped] ?? 0), candidates)
  for (let at = skipped - 1; at >= 0; at -= 1) {
    const term = ordered[at]
    if (term) held = addTo(candidates, held, term, { least, rest: reach[at] ?? 0 })
  }
  for (let at = 0; at < held; at += 1)
    best.offer(start + (candidates.places[at] as number), candidates.scores[at] as number)
}

/** Takes what scores more than `least`, and leaves zeros behind. @returns how many there are. */
const takeAbove = (scores: Float64Array, least: number, candidates: Candidates): number => {
  const above = Math.max(0, least)
  let held = 0
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number
    if (!(score > above)) continue
    candidates.places[held] = place
    candidates.scores[held] = score
    held += 1
  }
  scores.fill(0)
  return held
}

/**
 * Adds what one more term gives to the first `held`, and drops those that `rest` cannot lift above `least` any more.
 * @returns how many are left.
 */
const addTo = (
  { places, scores }: Candidates,
  held: number,
  term: OpenPostings,
  { least, rest }: { readonly least: number; readonly rest: number },
): number => {
  let kept = 0
  for (let at = 0; at < held; at += 1) {
    const place = places[at] as number
    const score = scores[at] as number
    const total = score + term.at(place, least - rest - score)
    if (total + rest <= least) continue
    places[kept] = place
    scores[kept] = total
    kept += 1
  }
  return kept
}
