import { adoptModel } from '../lsa/model-artifact.ts'
import { createIndexRanker, type RankerDescription, type RankerName } from '../ranking/create-ranker.ts'
import type { GivenMeaning, TrainedMeaning } from '../ranking/fused-search.ts'
import { createIndexBuilder } from '../ranking/index-builder.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { documentFrequency, documentSequence, type SearchIndex } from '../ranking/search-index.ts'
import { termsOf } from '../terms/analyse.ts'
import { createCorrector } from './correct-words.ts'
import { titleOf } from './index-passages.ts'
import { marksOf } from './near-duplicates.ts'
import { type Passage, type PassageFilter, passesFilter } from './passage.ts'
import { collectFacts, type PassageFacts } from './passage-facts.ts'
import { gatherPage, type SearchPage, type SearchRequest } from './search-page.ts'

export type PassageSearch = {
  readonly search: (request: SearchRequest) => SearchPage
  readonly describe: () => RankerDescription
}

export type PassageSearchOptions = {
  readonly ranker?: RankerName
  /** A model that was trained before; without one it is trained here, which takes its time. */
  readonly model?: StoredModel | undefined
}

/** A trained model, or the vectors that a model elsewhere gave for passages, by their ids. */
export type StoredModel = { readonly measured: MeaningMeasured | undefined } & (
  | { readonly bytes: Uint8Array }
  | { readonly dimensions: number; readonly vectors: ReadonlyMap<string, ArrayLike<number>> }
)

/** How many passages are looked at for one of a page: the rest are further ones of a source, or alike. */
const LOOKED_AT = 8
const LOOKED_AT_LEAST = 200

/** Of fewer passages nothing can be learned of what words mean. */
const MEANING_FROM = 200

export type PassageCollection = {
  readonly add: (passage: Passage) => void
  readonly size: () => number
  /** Holds what was added in memory to be searched; see `createRanker` for how passages are put in order. */
  readonly search: (options?: PassageSearchOptions) => PassageSearch
}

/** Takes passages one by one, in any order, and keeps none of their texts. */
export const collectPassages = (): PassageCollection => {
  const { add, finish } = createIndexBuilder()
  const facts = collectFacts()
  let size = 0
  return {
    add(passage) {
      add({ id: passage.id, title: titleOf(passage), text: passage.text })
      facts.add(passage)
      size += 1
    },
    size: () => size,
    search(options = {}) {
      const index = finish()
      return searchIndexed(index, facts.inOrderOf(index.ids), options)
    },
  }
}

export const createPassageSearch = (passages: Iterable<Passage>, options: PassageSearchOptions = {}): PassageSearch => {
  const collection = collectPassages()
  for (const passage of passages) collection.add(passage)
  return collection.search(options)
}

const searchIndexed = (
  plain: SearchIndex,
  facts: readonly PassageFacts[],
  { ranker = facts.length < MEANING_FROM ? 'feedback' : 'fused', model }: PassageSearchOptions,
): PassageSearch => {
  const trained = model && meaningOf(model, plain)
  const ranked = createIndexRanker(plain, { ranker, trained })
  const { index } = ranked
  const about = (document: number): PassageFacts => {
    const known = facts[document]
    if (!known) throw new Error(`There is no passage number ${document}`)
    return known
  }
  const frequencyOf = (term: string): number => {
    const number = index.numbers.get(term)
    return number === undefined ? 0 : documentFrequency(index, number)
  }
  const correct = createCorrector(index.terms, frequencyOf)
  const marks = new Map<number, Uint32Array>()
  const marksOfDocument = (document: number): Uint32Array => {
    const text = documentSequence(index, document).subarray(index.titleLengths[document])
    const known = marks.get(document) ?? marksOf(Array.from(text, (term) => index.terms[term] ?? ''))
    marks.set(document, known)
    return known
  }

  return {
    search({ query: written, vector, filter = {}, offset = 0, limit }) {
      const { query, corrections } = correct(written)
      const found = ranked.search(query, {
        vector,
        limit: Math.max(LOOKED_AT_LEAST, (offset + limit + 1) * LOOKED_AT),
        ...(isOpen(filter) ? {} : { accepts: (_, document) => passesFilter(about(document), filter) }),
      })
      const hits = found.map(({ id, document, score, parts }) => ({
        id,
        sourceId: about(document).sourceId,
        score,
        parts,
        marks: () => marksOfDocument(document),
      }))
      const terms = [...new Set(termsOf(query))]
      return {
        ...gatherPage(hits, { offset, limit }),
        terms,
        corrections,
        frequencies: Object.fromEntries(terms.map((term) => [term, frequencyOf(term)])),
      }
    },
    describe: ranked.describe,
  }
}

const meaningOf = (model: StoredModel, index: SearchIndex): TrainedMeaning | GivenMeaning => {
  if ('bytes' in model) return { model: adoptModel(model.bytes, index), measured: model.measured }
  const { dimensions, vectors, measured } = model
  const values = new Float32Array(index.ids.length * dimensions)
  // A passage that has no vector yet is found by its words.
  for (const [row, id] of index.ids.entries()) values.set(vectors.get(id) ?? [], row * dimensions)
  return { vectors: { rows: index.ids.length, columns: dimensions, values }, measured }
}

const isOpen = (filter: PassageFilter): boolean => Object.values(filter).every((condition) => condition === undefined)
