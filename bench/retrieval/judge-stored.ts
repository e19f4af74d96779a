import {
  buildWordSegment,
  cosines,
  createStoredSearch,
  type Evaluation,
  evaluateRanker,
  openLsaEmbedder,
  type Passage,
  type SearchDocument,
  type StoredIndex,
  type StoredPostings,
  trainPassageModel,
} from '@assay/retrieval'
import type { Collection } from './read-collections.ts'

/** As the indexer makes them, but smaller: collections are, too. */
const SEGMENT = 5_000
const DEPTH = 1_000

/** Judges the search of large workspaces, with its postings and vectors held here instead of in a database. */
export const judgeStored = async ({ documents, queries, judgments }: Collection): Promise<Evaluation> => {
  const passages = documents.map(passageOf)
  const model = trainPassageModel(passages)
  const embedder = openLsaEmbedder(model.bytes)
  const { vectors } = await embedder.embedPassages(passages)
  const { search } = createStoredSearch(holdIndex(passages, vectors, model))
  const found = new Map<string, readonly { readonly id: string }[]>()
  for (const { text } of queries) {
    const page = await search({ query: text, vector: await embedder.embedQuery(text), limit: DEPTH })
    // Documents that say the same count one by one.
    const ids = page.results.flatMap(({ passage, alike }) => [passage.id, ...alike])
    found.set(
      text,
      ids.map((id) => ({ id: documents[Number(id) - 1]?.id ?? '' })),
    )
  }
  return evaluateRanker({ search: (text) => found.get(text) ?? [] }, queries, judgments)
}

const passageOf = ({ title = '', text }: SearchDocument, at: number): Passage => ({
  id: String(at + 1),
  sourceId: String(at + 1),
  source: 'document',
  title,
  headings: [],
  text,
  start: 0,
  facets: { repositoryId: null, author: null, kind: null, language: null, at: 0 },
})

const holdIndex = (
  passages: readonly Passage[],
  vectors: readonly Float32Array[],
  { dimensions, measured }: ReturnType<typeof trainPassageModel>,
): StoredIndex => {
  const starts = Array.from({ length: Math.ceil(passages.length / SEGMENT) }, (_, at) => at * SEGMENT)
  const segments = starts.map((start) => ({ start, ...buildWordSegment(passages.slice(start, start + SEGMENT)) }))
  const postings = new Map<string, StoredPostings[]>()
  for (const { start, terms } of segments)
    for (const { term, ...own } of terms) postings.set(term, [...(postings.get(term) ?? []), { start, ...own }])
  const lengths = Uint32Array.from(segments.flatMap((segment) => [...segment.lengths]))
  const values = new Float32Array(passages.length * dimensions)
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions)
  const matrix = { rows: passages.length, columns: dimensions, values }
  const byId = new Map(passages.map((passage, row) => [passage.id, { passage, row }]))
  const take = <T>(ids: readonly string[], of: (one: { passage: Passage; row: number }) => T): T[] =>
    ids.flatMap((id) => {
      const one = byId.get(id)
      return one ? [of(one)] : []
    })
  return {
    lengths: {
      ids: Float64Array.from(passages, ({ id }) => Number(id)),
      lengths,
      averageLength: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
    },
    postingsOf: async (terms) =>
      new Map(terms.flatMap((term) => (postings.has(term) ? [[term, postings.get(term) ?? []] as const] : []))),
    termsLike: async () => new Map(),
    frequencyOf: (term) => (postings.get(term) ?? []).reduce((sum, { frequency }) => sum + frequency, 0),
    passages: async (ids) => take(ids, ({ passage }) => passage),
    meaning: {
      measured,
      nearest: async (vector, limit) =>
        Array.from(cosines(matrix, vector), (likeness, row) => ({ id: passages[row]?.id ?? '', likeness }))
          .sort((a, b) => b.likeness - a.likeness)
          .slice(0, limit),
      vectorsOf: async (ids) =>
        new Map(take(ids, ({ passage, row }) => [passage.id, vectors[row] ?? new Float32Array(dimensions)] as const)),
    },
  }
}
