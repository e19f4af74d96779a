import { rowProducts } from './dot-product.ts'
import { randomisedSvd } from './randomised-svd.ts'
import type { DenseMatrix, SparseMatrix } from './sparse-matrix.ts'

/** How often each term occurs in each document. */
export type TermCounts = SparseMatrix

export type LsaOptions = {
  readonly dimensions?: number
  readonly seed?: number
  readonly iterations?: number
}

export type LsaModel = {
  readonly dimensions: number
  /** How much a term tells, 0 (spread evenly over all documents) to 1 (in one document only). */
  readonly termWeights: Float32Array
  /** A row for each term: its right singular vector times the singular values to the power `spectrumExponent`. */
  readonly termVectors: DenseMatrix
  /** The row of a term, below 0 where it has none; without it a term's number is its row. */
  readonly termRows?: Int32Array
}

const defaultDimensions = 256

/**
 * Damps the weak directions, so that a high number of dimensions keeps rare topics and adds little noise
 * (J. Caron, Experiments with LSA scoring: optimal rank and basis, 2001, where the best exponent is above zero too).
 */
const spectrumExponent = 0.5

/** The terms of one text, by number, and how often each occurs. */
export type CountedTerms = Iterable<readonly [term: number, count: number]>

/**
 * Latent semantic analysis (Deerwester and others, JASIS 41(6), 1990): the strongest directions of the documents'
 * vectors, weighted by log-entropy and of unit length. The same counts and the same seed give the same model.
 */
export const trainLsa = (counts: TermCounts, options: LsaOptions = {}): LsaModel => {
  const termWeights = entropyWeights(counts)
  const weighted = weighByLogEntropy(counts, termWeights)
  const { singularValues, right } = randomisedSvd(weighted, {
    dimensions: options.dimensions ?? defaultDimensions,
    seed: options.seed ?? 1,
    iterations: options.iterations ?? 2,
  })
  return { dimensions: singularValues.length, termWeights, termVectors: damp(right, singularValues) }
}

const damp = ({ rows, columns, values }: DenseMatrix, singularValues: Float64Array): DenseMatrix => {
  const factors = singularValues.map((value) => value ** spectrumExponent)
  return { rows, columns, values: values.map((value, at) => value * (factors[at % columns] as number)) }
}

/** 1 + Σ p · ln p / ln N, p being the share of a term's occurrences that a document has (Dumais, 1991). */
const entropyWeights = (counts: TermCounts): Float32Array => {
  const totals = new Float64Array(counts.columns)
  const sums = new Float64Array(counts.columns)
  for (const [at, term] of counts.indexes.entries()) totals[term] = (totals[term] ?? 0) + (counts.values[at] ?? 0)
  for (const [at, term] of counts.indexes.entries()) {
    const share = (counts.values[at] ?? 0) / (totals[term] ?? 1)
    if (share > 0) sums[term] = (sums[term] ?? 0) + share * Math.log(share)
  }
  const scale = Math.log(Math.max(2, counts.rows))
  return Float32Array.from(sums, (sum) => Math.max(0, 1 + sum / scale))
}

const weighByLogEntropy = (counts: TermCounts, termWeights: Float32Array): SparseMatrix => {
  const values = new Float32Array(counts.values.length)
  for (let row = 0; row < counts.rows; row += 1) {
    const from = counts.starts[row] ?? 0
    const to = counts.starts[row + 1] ?? 0
    let squares = 0
    for (let at = from; at < to; at += 1) {
      const value = Math.log1p(counts.values[at] ?? 0) * (termWeights[counts.indexes[at] ?? 0] ?? 0)
      values[at] = value
      squares += value * value
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let at = from; at < to; at += 1) values[at] = (values[at] ?? 0) * scale
  }
  return { ...counts, values }
}

/**
 * A text as a vector of the model, of unit length, or all zeros when no term is known: documents that were not there
 * at training and queries are folded in alike (Berry, Dumais & O'Brien, SIAM Review 37(4), 1995).
 */
export const foldIn = (model: LsaModel, terms: CountedTerms): Float32Array => {
  const { dimensions, termVectors, termWeights, termRows } = model
  const vector = new Float64Array(dimensions)
  for (const [term, count] of terms) {
    const weight = Math.log1p(count) * (termWeights[term] ?? 0)
    const row = termRows ? (termRows[term] ?? -1) : term
    if (row < 0) continue
    const from = row * dimensions
    for (let k = 0; k < dimensions; k += 1) {
      vector[k] = (vector[k] as number) + weight * (termVectors.values[from + k] as number)
    }
  }
  return unitVector(vector)
}

/** The vector brought to length 1; one without length stays zero. */
export const unitVector = (vector: Float64Array): Float32Array => {
  let squares = 0
  for (const value of vector) squares += value * value
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  const unit = new Float32Array(vector.length)
  for (let k = 0; k < vector.length; k += 1) unit[k] = (vector[k] as number) * scale
  return unit
}

/** Every row of the counts folded in, one after another. */
export const foldInAll = (model: LsaModel, counts: TermCounts): DenseMatrix => {
  const values = new Float32Array(counts.rows * model.dimensions)
  for (let row = 0; row < counts.rows; row += 1) values.set(foldIn(model, rowOf(counts, row)), row * model.dimensions)
  return { rows: counts.rows, columns: model.dimensions, values }
}

function* rowOf(counts: TermCounts, row: number): Generator<readonly [number, number]> {
  for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at += 1) {
    yield [counts.indexes[at] ?? 0, counts.values[at] ?? 0]
  }
}

/** The cosine of a unit vector with every row of unit vectors. */
export const cosines = (vectors: DenseMatrix, vector: Float32Array): Float64Array => {
  const all = new Float64Array(vectors.rows)
  rowProducts(vectors, vector, all)
  return all
}
