import { analyse } from '../terms/analyse.ts'
import type { Correction } from './correct-words.ts'
import { areAlike } from './near-duplicates.ts'
import type { Passage, PassageFilter } from './passage.ts'

export type SearchRequest = {
  readonly query: string
  readonly filter?: PassageFilter
  /** Results to leave out at the beginning, for the pages before. */
  readonly offset?: number
  readonly limit: number
  /** The query in the space of the serving model, where the model is not held with the index. */
  readonly vector?: Float32Array | undefined
}

/** UTF-16 offsets into the source's text. */
type Place = { readonly start: number; readonly end: number }

export type FoundPassage = {
  readonly passage: Pick<Passage, 'id' | 'sourceId'>
  readonly score: number
  /** What each kind of evidence gave; they add up to the score. */
  readonly parts: Readonly<Record<string, number>>
  /** Passages of other sources that say the same, and further ones of this source, left out of the list. */
  readonly alike: readonly string[]
  readonly further: readonly string[]
}

export type SearchPage = {
  readonly results: readonly FoundPassage[]
  readonly hasMore: boolean
  /** The terms of the query as it was read: what is to be highlighted. */
  readonly terms: readonly string[]
  /** Words that no text holds, as they were read. */
  readonly corrections: readonly Correction[]
  /** In how many passages each term of the query stands: what tells a rare word from a common one. */
  readonly frequencies: Readonly<Record<string, number>>
}

/** A passage that was found, with what tells whether it stands for others. */
export type Hit = {
  readonly id: string
  readonly sourceId: string
  readonly score: number
  readonly parts: Readonly<Record<string, number>>
  /** See `marksOf`. */
  readonly marks: () => Uint32Array
}

/** What holds no word of the query has to come so near to the best. */
const NEAR_BEST = 0.5

/** The best of each source once, and what says the same once; hits are the best first. */
export const gatherPage = (
  hits: Iterable<Hit>,
  { offset = 0, limit }: Pick<SearchRequest, 'offset' | 'limit'>,
): Pick<SearchPage, 'results' | 'hasMore'> => {
  const wanted = offset + limit + 1
  const found: (Hit & { readonly alike: string[]; readonly further: string[] })[] = []
  let least: number | null = null
  for (const hit of hits) {
    least ??= hit.score * NEAR_BEST
    if (hit.parts.words === 0 && hit.score < least) continue
    const sameSource = found.find(({ sourceId }) => sourceId === hit.sourceId)
    const same = sameSource ?? found.find(({ marks }) => areAlike(marks(), hit.marks()))
    if (same) same[sameSource ? 'further' : 'alike'].push(hit.id)
    else if (found.length < wanted) found.push({ ...hit, alike: [], further: [] })
  }
  return {
    results: found.slice(offset, offset + limit).map(({ id, sourceId, score, parts, alike, further }) => ({
      passage: { id, sourceId },
      score,
      parts,
      alike,
      further,
    })),
    hasMore: found.length > offset + limit,
  }
}

/** Where words of the query stand in a passage; neighbouring words are one place. */
export const highlightsIn = (
  { text, start: from }: Pick<Passage, 'text' | 'start'>,
  terms: ReadonlySet<string>,
): Place[] => {
  const places: { start: number; end: number }[] = []
  for (const { term, start, end } of analyse(text)) {
    if (!terms.has(term)) continue
    const last = places.at(-1)
    if (last && /^\s*$/.test(text.slice(last.end - from, start))) last.end = from + end
    else places.push({ start: from + start, end: from + end })
  }
  return places
}
