import { adoptModel } from '../lsa/model-artifact.ts'
import { createIndexRanker, type RankerDescription, type RankerName } from '../ranking/create-ranker.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { buildIndex, documentFrequency, type SearchIndex } from '../ranking/search-index.ts'
import { analyse, termsOf } from '../terms/analyse.ts'
import { type Correction, createCorrector } from './correct-words.ts'
import { areAlike, marksOf } from './near-duplicates.ts'
import { type Passage, type PassageFilter, passesFilter } from './passage.ts'

export type SearchRequest = {
  readonly query: string
  readonly filter?: PassageFilter
  /** Results to leave out at the beginning, for the pages before. */
  readonly offset?: number
  readonly limit: number
}

/** UTF-16 offsets into the source's text. */
type Place = { readonly start: number; readonly end: number }

export type FoundPassage = {
  readonly passage: Passage
  readonly score: number
  /** What each kind of evidence gave; they add up to the score. */
  readonly parts: Readonly<Record<string, number>>
  /** Where the query's words stand. */
  readonly highlights: readonly Place[]
  /** Passages of other sources that say the same, and further ones of this source, left out of the list. */
  readonly alike: readonly string[]
  readonly further: readonly string[]
}

export type SearchPage = {
  readonly results: readonly FoundPassage[]
  readonly hasMore: boolean
  /** Words that no text holds, as they were read. */
  readonly corrections: readonly Correction[]
  /** In how many passages each term of the query stands: what tells a rare word from a common one. */
  readonly frequencies: Readonly<Record<string, number>>
}

export type PassageSearch = {
  readonly search: (request: SearchRequest) => SearchPage
  readonly describe: () => RankerDescription
}

export type PassageSearchOptions = {
  readonly ranker?: RankerName
  /** A model that was trained before; without one it is trained here, which takes its time. */
  readonly model?: { readonly bytes: Uint8Array; readonly measured: MeaningMeasured | undefined } | undefined
}

/** The index of passages, each with its title and headings. */
export const indexPassages = (passages: readonly Passage[]): SearchIndex =>
  buildIndex(passages.map(({ id, title, headings, text }) => ({ id, title: [title, ...headings].join('\n'), text })))

/** How many passages are looked at for one of a page: the rest are further ones of a source, or alike. */
const LOOKED_AT = 8
const LOOKED_AT_LEAST = 200

/** Of fewer passages nothing can be learned of what words mean. */
const MEANING_FROM = 200
/** What holds no word of the query has to come so near to the best. */
const NEAR_BEST = 0.5

/** Holds passages in memory to be searched; see `createRanker` for how they are put in order. */
export const createPassageSearch = (
  passages: readonly Passage[],
  { ranker = passages.length < MEANING_FROM ? 'feedback' : 'fused', model }: PassageSearchOptions = {},
): PassageSearch => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const index = indexPassages(passages)
  const trained = model && { model: adoptModel(model.bytes, index), measured: model.measured }
  const ranked = createIndexRanker(index, { ranker, trained })
  const vocabulary = new Map(index.terms.map((term, number) => [term, documentFrequency(index, number)]))
  const correct = createCorrector(vocabulary)
  /** A word as a passage writes it, for a term. */
  const wordOf = (term: string): string => {
    const number = index.numbers.get(term)
    const holder = number === undefined ? undefined : index.postingDocuments[index.termStarts[number] ?? 0]
    const { title, headings, text } = passageOf(byId, index.ids[holder ?? 0] ?? '')
    const shown = [title, ...headings, text].join('\n')
    const found = analyse(shown).find((word) => word.term === term)
    return found ? shown.slice(found.start, found.end) : term
  }
  const marks = new Map<string, Uint32Array>()
  const marksOfPassage = ({ id, text }: Passage): Uint32Array => {
    const known = marks.get(id) ?? marksOf(termsOf(text))
    marks.set(id, known)
    return known
  }

  return {
    search({ query: written, filter = {}, offset = 0, limit }) {
      const { query, corrections } = correct(written)
      const wanted = offset + limit + 1
      const hits = ranked.search(query, {
        limit: Math.max(LOOKED_AT_LEAST, wanted * LOOKED_AT),
        ...(isOpen(filter) ? {} : { accepts: (id: string) => passesFilter(passageOf(byId, id), filter) }),
      })
      const found: (FoundPassage & { alike: string[]; further: string[] })[] = []
      const least = (hits[0]?.score ?? 0) * NEAR_BEST
      for (const { id, score, parts } of hits) {
        if (parts.words === 0 && score < least) continue
        const passage = passageOf(byId, id)
        const sameSource = found.find((other) => other.passage.sourceId === passage.sourceId)
        const same =
          sameSource ?? found.find((other) => areAlike(marksOfPassage(other.passage), marksOfPassage(passage)))
        if (same) same[sameSource ? 'further' : 'alike'].push(id)
        else if (found.length < wanted) found.push({ passage, score, parts, highlights: [], alike: [], further: [] })
      }
      const terms = new Set(termsOf(query))
      return {
        results: found
          .slice(offset, offset + limit)
          .map((result) => ({ ...result, highlights: highlightsIn(result.passage, terms) })),
        hasMore: found.length > offset + limit,
        corrections: corrections.map(({ written, read }) => ({ written, read: wordOf(read) })),
        frequencies: Object.fromEntries(Array.from(terms, (term) => [term, vocabulary.get(term) ?? 0])),
      }
    },
    describe: ranked.describe,
  }
}

const isOpen = (filter: PassageFilter): boolean => Object.values(filter).every((condition) => condition === undefined)

const passageOf = (byId: ReadonlyMap<string, Passage>, id: string): Passage => {
  const passage = byId.get(id)
  if (!passage) throw new Error(`The passage ${id} was indexed and is not there`)
  return passage
}

const highlightsIn = ({ text, start: from }: Passage, terms: ReadonlySet<string>): Place[] => {
  const places: { start: number; end: number }[] = []
  for (const { term, start, end } of analyse(text)) {
    if (!terms.has(term)) continue
    const last = places.at(-1)
    // Neighbouring words are one place.
    if (last && /^\s*$/.test(text.slice(last.end - from, start))) last.end = from + end
    else places.push({ start: from + start, end: from + end })
  }
  return places
}
