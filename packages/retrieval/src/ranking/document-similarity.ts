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
    const vectors = inDoublePrecision(meaning, documents)
    for (let i = 0; i < size; i += 1) {
      for (let j = i + 1; j < size; j += 1) {
        const words = similarity[i * size + j] as number
        const alike = share * Math.max(0, rowCosine(vectors, meaning.columns, i, j)) + (1 - share) * words
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

/** Each number is needed once for every pair: it is widened once. */
const inDoublePrecision = ({ columns, values }: DenseMatrix, rows: readonly number[]): Float64Array => {
  const wide = new Float64Array(rows.length * columns)
  for (const [at, row] of rows.entries()) wide.set(values.subarray(row * columns, (row + 1) * columns), at * columns)
  return wide
}

/** Four sums at a time, so that no addition has to wait for the one before. */
const rowCosine = (values: Float64Array, columns: number, a: number, b: number): number => {
  const fromA = a * columns
  const fromB = b * columns
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 3 < columns; k += 4) {
    s0 += (values[fromA + k] as number) * (values[fromB + k] as number)
    s1 += (values[fromA + k + 1] as number) * (values[fromB + k + 1] as number)
    s2 += (values[fromA + k + 2] as number) * (values[fromB + k + 2] as number)
    s3 += (values[fromA + k + 3] as number) * (values[fromB + k + 3] as number)
  }
  for (; k < columns; k += 1) s0 += (values[fromA + k] as number) * (values[fromB + k] as number)
  return s0 + s1 + s2 + s3
}
