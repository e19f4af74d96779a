import { adoptModel } from '../lsa/model-artifact.ts'
import { createIndexRanker, type RankerDescription, type RankerName } from '../ranking/create-ranker.ts'
import type { GivenMeaning, TrainedMeaning } from '../ranking/fused-search.ts'
import type { MeaningMeasured } from '../ranking/measure-meaning.ts'
import { documentFrequency, documentSequence, type SearchIndex } from '../ranking/search-index.ts'
import { termsOf } from '../terms/analyse.ts'
import { createCorrector } from './correct-words.ts'
import { indexPassages } from './index-passages.ts'
import { marksOf } from './near-duplicates.ts'
import { type Passage, type PassageFilter, passesFilter } from './passage.ts'
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

/** Holds passages in memory to be searched, without their texts; see `createRanker` for how they are put in order. */
export const createPassageSearch = (
  passages: readonly Passage[],
  { ranker = passages.length < MEANING_FROM ? 'feedback' : 'fused', model }: PassageSearchOptions = {},
): PassageSearch => {
  const plain = indexPassages(passages)
  const trained = model && meaningOf(model, plain)
  const ranked = createIndexRanker(plain, { ranker, trained })
  const { index } = ranked
  const about = describePassages(passages, index.ids)
  const vocabulary = new Map(index.terms.map((term, number) => [term, documentFrequency(index, number)]))
  const correct = createCorrector(vocabulary)
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
        frequencies: Object.fromEntries(terms.map((term) => [term, vocabulary.get(term) ?? 0])),
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

type About = Pick<Passage, 'sourceId' | 'source' | 'facets'>

/** What is known of passages besides their texts, by number. Equal values are one in memory. */
const describePassages = (passages: readonly Passage[], ids: readonly string[]): ((document: number) => About) => {
  const kept = new Map<string, string>()
  const once = <T extends string | null>(value: T): T => {
    if (value === null) return value
    const known = kept.get(value) ?? value
    kept.set(value, known)
    // It is the same string, and so of the same type.
    return known as T
  }
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const all = ids.map((id): About => {
    const passage = byId.get(id)
    if (!passage) throw new Error(`The passage ${id} was indexed and is not there`)
    const { repositoryId, author, kind, language, at } = passage.facets
    return {
      sourceId: once(passage.sourceId),
      source: once(passage.source),
      facets: {
        repositoryId: once(repositoryId),
        author: once(author),
        kind: once(kind),
        language: once(language),
        at,
      },
    }
  })
  return (document) => {
    const about = all[document]
    if (!about) throw new Error(`There is no passage number ${document}`)
    return about
  }
}
