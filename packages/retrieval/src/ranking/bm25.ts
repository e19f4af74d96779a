import { documentFrequency, documentLength, type SearchIndex } from './search-index.ts'

export type Bm25Parameters = {
  /** How soon another occurrence of a term stops to count. */
  readonly k1: number
  /** How much a long document has to pay, 0 to 1. */
  readonly b: number
}

export const standardBm25: Bm25Parameters = { k1: 1.2, b: 0.75 }

/** Terms and how much each counts; a plain query has the number of its occurrences. */
export type WeightedTerms = ReadonlyMap<number, number>

/** ln(1 + (N − df + ½) / (df + ½)): never negative (Robertson & Zaragoza 2009, with the 1 that Lucene adds). */
export const inverseDocumentFrequency = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))

/** tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean length)) (Robertson & Zaragoza 2009, section 3.2). */
export const termSaturation = (
  count: number,
  relativeLength: number,
  { k1, b }: Bm25Parameters = standardBm25,
): number => (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength))

/** How common terms are where documents come from: in the index itself, or in a corpus of which it holds a part. */
export type TermStatistics = {
  readonly documents: number
  /** In how many of them a term of the index stands. */
  readonly frequencyOf: (term: number) => number
}

const statisticsOf = (index: SearchIndex): TermStatistics => ({
  documents: index.ids.length,
  frequencyOf: (term) => documentFrequency(index, term),
})

/** What BM25 gives for every posting, so that a query only has to add. */
export type Bm25Weights = {
  readonly parameters: Bm25Parameters
  readonly statistics: TermStatistics
  readonly idf: Float64Array
  /** For each posting of the index. */
  readonly postings: Float32Array
  /** For each term of each document, every document brought to unit length. */
  readonly documents: Float32Array
}

export const weighPostings = (
  index: SearchIndex,
  parameters: Bm25Parameters = standardBm25,
  statistics: TermStatistics = statisticsOf(index),
): Bm25Weights => {
  const total = index.ids.length
  const idf = Float64Array.from(index.terms, (_, term) =>
    inverseDocumentFrequency(statistics.documents, statistics.frequencyOf(term)),
  )
  const postings = new Float32Array(index.postingCounts.length)
  const documents = new Float32Array(index.documentCounts.length)
  const next = index.termStarts.slice()
  for (let document = 0; document < total; document += 1) {
    const from = index.documentStarts[document] ?? 0
    const to = index.documentStarts[document + 1] ?? 0
    const lengthHere = relativeLength(index, document)
    let squares = 0
    for (let at = from; at < to; at += 1) {
      const term = index.documentTerms[at] ?? 0
      const weight = (idf[term] ?? 0) * termSaturation(index.documentCounts[at] ?? 0, lengthHere, parameters)
      const place = next[term] ?? 0
      next[term] = place + 1
      postings[place] = weight
      documents[at] = weight
      squares += weight * weight
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let at = from; at < to; at += 1) documents[at] = (documents[at] ?? 0) * scale
  }
  return { parameters, statistics, idf, postings, documents }
}

export const relativeLength = (index: SearchIndex, document: number): number =>
  index.averageLength > 0 ? documentLength(index, document) / index.averageLength : 1

/** The score of every document of the index, by number. */
export const scoreBm25 = (index: SearchIndex, weights: Bm25Weights, query: WeightedTerms): Float64Array => {
  const scores = new Float64Array(index.ids.length)
  const { termStarts, postingDocuments } = index
  for (const [term, weight] of query) {
    const end = termStarts[term + 1] ?? 0
    for (let at = termStarts[term] ?? 0; at < end; at += 1) {
      const document = postingDocuments[at] ?? 0
      scores[document] = (scores[document] ?? 0) + weight * (weights.postings[at] ?? 0)
    }
  }
  return scores
}

/** The known terms of a query with their number of occurrences. */
export const queryTerms = (index: SearchIndex, terms: readonly string[]): WeightedTerms => {
  const counts = new Map<number, number>()
  for (const term of terms) {
    const number = index.numbers.get(term)
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}
