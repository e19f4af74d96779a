import { rowProducts } from '../lsa/dot-product.ts'
import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import type { Bm25Weights } from './bm25.ts'
import type { SearchIndex } from './search-index.ts'

/** How alike some documents are, 0 to 1, by rows in one array: row and column i are for `documents[i]`. */
export type SimilarityOf = (documents: readonly number[]) => Float64Array

/** `share` of the cosine of meaning and the rest of the cosine of words. */
export const createSimilarity = (
  index: SearchIndex,
  weights: Bm25Weights,
  meaning: DenseMatrix,
  share: number,
): SimilarityOf => {
  const sharersOf = findSharers(index)
  return (documents) => {
    const size = documents.length
    const similarity = new Float64Array(size * size)
    addWordCosines(similarity, size, sharersOf(documents), weights)
    const vectors = rowsOf(meaning, documents)
    const cosines = new Float64Array(size)
    for (let i = 0; i < size; i += 1) {
      rowProducts(vectors, vectors.values.subarray(i * vectors.columns, (i + 1) * vectors.columns), cosines, i + 1)
      for (let j = i + 1; j < size; j += 1) {
        const words = similarity[i * size + j] as number
        const alike = share * Math.max(0, cosines[j] as number) + (1 - share) * words
        similarity[i * size + j] = alike
        similarity[j * size + i] = alike
      }
    }
    return similarity
  }
}

/** Which of some documents hold each term, in the order of terms: the occurrences of one stand side by side. */
type Sharers = { readonly starts: Uint32Array; readonly places: Uint32Array; readonly occurrences: Uint32Array }

const findSharers = ({ terms, documentStarts, documentTerms }: SearchIndex) => {
  // All zeros between calls. First how many of the documents hold a term, then where its next occurrence goes.
  const scratch = new Uint32Array(terms.length)
  return (documents: readonly number[]): Sharers => {
    const met: number[] = []
    let total = 0
    for (const document of documents) {
      const end = documentStarts[document + 1] ?? 0
      for (let at = documentStarts[document] ?? 0; at < end; at += 1) {
        const term = documentTerms[at] as number
        if (scratch[term] === 0) met.push(term)
        scratch[term] = (scratch[term] as number) + 1
        total += 1
      }
    }
    const inOrder = Uint32Array.from(met).sort()
    const starts = new Uint32Array(inOrder.length + 1)
    for (const [at, term] of inOrder.entries()) {
      const start = starts[at] as number
      starts[at + 1] = start + (scratch[term] as number)
      scratch[term] = start
    }
    const places = new Uint32Array(total)
    const occurrences = new Uint32Array(total)
    for (const [place, document] of documents.entries()) {
      const end = documentStarts[document + 1] ?? 0
      for (let at = documentStarts[document] ?? 0; at < end; at += 1) {
        const term = documentTerms[at] as number
        const next = scratch[term] as number
        scratch[term] = next + 1
        places[next] = place
        occurrences[next] = at
      }
    }
    for (const term of inOrder) scratch[term] = 0
    return { starts, places, occurrences }
  }
}

/** Only pairs that share a term are visited: most pairs share few of theirs. Fills what is above the diagonal. */
const addWordCosines = (
  sums: Float64Array,
  size: number,
  { starts, places, occurrences }: Sharers,
  { documents: weights }: Bm25Weights,
): void => {
  for (let term = 0; term + 1 < starts.length; term += 1) {
    const end = starts[term + 1] as number
    for (let a = starts[term] as number; a < end; a += 1) {
      const row = (places[a] as number) * size
      const weight = weights[occurrences[a] as number] as number
      for (let b = a + 1; b < end; b += 1) {
        const cell = row + (places[b] as number)
        sums[cell] = (sums[cell] as number) + weight * (weights[occurrences[b] as number] as number)
      }
    }
  }
}

/** Side by side, where they are read one after another. */
const rowsOf = ({ columns, values }: DenseMatrix, rows: readonly number[]): DenseMatrix => {
  const copy = new Float32Array(rows.length * columns)
  for (const [at, row] of rows.entries()) copy.set(values.subarray(row * columns, (row + 1) * columns), at * columns)
  return { rows: rows.length, columns, values: copy }
}
