import { dotProduct } from '../lsa/dot-product.ts'
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
  const scratch = new Float32Array(index.terms.length)
  return (documents) => {
    const size = documents.length
    const similarity = new Float64Array(size * size)
    for (let i = 0; i < size; i += 1) {
      const document = documents[i] ?? 0
      spread(index, weights, document, scratch)
      for (let j = i + 1; j < size; j += 1) {
        const other = documents[j] ?? 0
        const words = wordCosine(index, weights, other, scratch)
        const alike = share * Math.max(0, rowCosine(meaning, document, other)) + (1 - share) * words
        similarity[i * size + j] = alike
        similarity[j * size + i] = alike
      }
      clear(index, document, scratch)
    }
    return similarity
  }
}

const spread = (index: SearchIndex, weights: Bm25Weights, document: number, scratch: Float32Array): void => {
  const end = index.documentStarts[document + 1] ?? 0
  for (let at = index.documentStarts[document] ?? 0; at < end; at += 1) {
    scratch[index.documentTerms[at] as number] = weights.documents[at] as number
  }
}

const clear = (index: SearchIndex, document: number, scratch: Float32Array): void => {
  const end = index.documentStarts[document + 1] ?? 0
  for (let at = index.documentStarts[document] ?? 0; at < end; at += 1) scratch[index.documentTerms[at] as number] = 0
}

const wordCosine = (index: SearchIndex, weights: Bm25Weights, document: number, scratch: Float32Array): number => {
  let sum = 0
  const end = index.documentStarts[document + 1] ?? 0
  for (let at = index.documentStarts[document] ?? 0; at < end; at += 1) {
    sum += (weights.documents[at] as number) * (scratch[index.documentTerms[at] as number] as number)
  }
  return sum
}

const rowCosine = ({ columns, values }: DenseMatrix, a: number, b: number): number =>
  dotProduct(values, a * columns, values, b * columns, columns)
