import type { Bm25Weights, WeightedTerms } from './bm25.ts'
import type { SearchIndex } from './search-index.ts'

export type FeedbackOptions = {
  /** How many of the best documents are taken for relevant. */
  readonly documents: number
  /** How many terms of theirs are kept. */
  readonly terms: number
  /** The share of the words that were asked for against what was learned, 0 to 1. */
  readonly originalWeight: number
  /** Terms in more than this share of all documents are not learned. */
  readonly mostFrequent: number
}

/** A document that is taken for relevant, and how much it counts. */
export type Example = { readonly document: number; readonly weight: number }

/**
 * The query moved towards its best documents (Rocchio 1971, without negative examples; documents are BM25 vectors of
 * unit length, their mean and the query are brought to unit length before they are mixed).
 */
export const expandQuery = (
  index: SearchIndex,
  weights: Bm25Weights,
  query: WeightedTerms,
  examples: readonly Example[],
  options: FeedbackOptions,
): WeightedTerms => {
  const learned = new Map<number, number>()
  const { documents, frequencyOf } = weights.statistics
  const most = options.mostFrequent * documents
  for (const { document, weight } of examples.slice(0, options.documents)) {
    const end = index.documentStarts[document + 1] ?? 0
    for (let at = index.documentStarts[document] ?? 0; at < end; at += 1) {
      const term = index.documentTerms[at] ?? 0
      if (frequencyOf(term) > most) continue
      learned.set(term, (learned.get(term) ?? 0) + weight * (weights.documents[at] ?? 0))
    }
  }
  const kept = [...learned].sort(([a, x], [b, y]) => y - x || a - b).slice(0, options.terms)
  const expanded = new Map(unit(query, kept.length === 0 ? 1 : options.originalWeight))
  for (const [term, weight] of unit(new Map(kept), 1 - options.originalWeight)) {
    expanded.set(term, (expanded.get(term) ?? 0) + weight)
  }
  return expanded
}

function* unit(vector: WeightedTerms, scale: number): Generator<[number, number]> {
  let squares = 0
  for (const weight of vector.values()) squares += weight * weight
  const factor = squares > 0 ? scale / Math.sqrt(squares) : 0
  for (const [term, weight] of vector) yield [term, weight * factor]
}
