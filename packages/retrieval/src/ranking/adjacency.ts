import { type Bm25Weights, inverseDocumentFrequency, relativeLength, termSaturation } from './bm25.ts'
import type { SearchIndex } from './search-index.ts'

/**
 * Adds to the scores what neighbouring words of the query give where they are neighbours in a document too, in either
 * order: the ordered-window idea of Metzler & Croft's sequential dependence model (SIGIR 2005), weighed as BM25 weighs
 * a term.
 */
export const addAdjacency = (
  index: SearchIndex,
  { parameters, statistics }: Bm25Weights,
  terms: readonly number[],
  scores: Float64Array,
  weight: number,
): void => {
  for (const [a, b] of pairsOf(terms)) {
    const counts = adjacentCounts(index, a, b)
    const idf = inverseDocumentFrequency(statistics.documents, counts.length)
    for (const [document, count] of counts) {
      const gain = idf * termSaturation(count, relativeLength(index, document), parameters)
      scores[document] = (scores[document] ?? 0) + weight * gain
    }
  }
}

const pairsOf = (terms: readonly number[]): (readonly [number, number])[] => {
  const pairs = new Map<string, readonly [number, number]>()
  for (const [at, b] of terms.entries()) {
    const a = terms[at - 1]
    if (a !== undefined && a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b])
  }
  return [...pairs.values()]
}

/** Documents that have both terms side by side, and how often. Both lists of postings are in order of document. */
const adjacentCounts = (index: SearchIndex, a: number, b: number): (readonly [document: number, count: number])[] => {
  const { termStarts, postingDocuments } = index
  const counts: (readonly [number, number])[] = []
  const endA = termStarts[a + 1] ?? 0
  const endB = termStarts[b + 1] ?? 0
  let atA = termStarts[a] ?? 0
  let atB = termStarts[b] ?? 0
  while (atA < endA && atB < endB) {
    const documentA = postingDocuments[atA] as number
    const documentB = postingDocuments[atB] as number
    if (documentA === documentB) {
      const count = countAdjacent(index, documentA, a, b)
      if (count > 0) counts.push([documentA, count])
    }
    if (documentA <= documentB) atA += 1
    if (documentB <= documentA) atB += 1
  }
  return counts
}

const countAdjacent = ({ sequence, sequenceStarts }: SearchIndex, document: number, a: number, b: number): number => {
  let count = 0
  const end = sequenceStarts[document + 1] ?? 0
  for (let at = (sequenceStarts[document] ?? 0) + 1; at < end; at += 1) {
    const before = sequence[at - 1]
    const here = sequence[at]
    if ((before === a && here === b) || (before === b && here === a)) count += 1
  }
  return count
}
