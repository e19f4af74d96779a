import type { SparseMatrix } from '../lsa/sparse-matrix.ts'

export type SearchDocument = { readonly id: string; readonly title?: string; readonly text: string }

/**
 * An inverted index in flat arrays. Documents and terms are numbered; the occurrences of term t are the entries
 * `termStarts[t]` up to `termStarts[t + 1]` of `postingDocuments` and `postingCounts`, those of document d likewise
 * from `documentStarts`. `sequence` keeps the terms of every document in reading order.
 */
export type SearchIndex = {
  readonly ids: readonly string[]
  readonly terms: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  readonly sequenceStarts: Uint32Array
  readonly sequence: Uint32Array
  /** How many terms at the beginning of each document are its title. */
  readonly titleLengths: Uint32Array
  readonly documentStarts: Uint32Array
  readonly documentTerms: Uint32Array
  readonly documentCounts: Float32Array
  readonly termStarts: Uint32Array
  readonly postingDocuments: Uint32Array
  readonly postingCounts: Float32Array
  readonly averageLength: number
}

/** A document that is cut into terms already, those of its title first. */
export type AnalysedDocument = {
  readonly id: string
  readonly terms: readonly string[]
  readonly titleLength: number
}

/** Documents are sorted by id and terms numbered in reading order: the order of adding cannot matter. */
export const indexTerms = (unsorted: readonly AnalysedDocument[]): SearchIndex => {
  const documents = unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const numbers = new Map<string, number>()
  const sequence = new Uint32Array(documents.reduce((sum, { terms }) => sum + terms.length, 0))
  const sequenceStarts = new Uint32Array(documents.length + 1)
  let at = 0
  for (const [document, { terms }] of documents.entries()) {
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) numbers.set(term, number)
      sequence[at] = number
      at += 1
    }
    sequenceStarts[document + 1] = at
  }
  return indexSequence({
    ids: documents.map(({ id }) => id),
    terms: [...numbers.keys()],
    numbers,
    sequence,
    sequenceStarts,
    titleLengths: Uint32Array.from(documents, ({ titleLength }) => titleLength),
  })
}

type NumberedDocuments = Pick<SearchIndex, 'ids' | 'terms' | 'numbers' | 'sequence' | 'sequenceStarts' | 'titleLengths'>

/** Counts and inverts documents whose terms have numbers already. */
export const indexSequence = (numbered: NumberedDocuments): SearchIndex => {
  const { ids, terms, sequence, sequenceStarts } = numbered
  const forward = countTerms(sequence, sequenceStarts)
  return {
    ...numbered,
    ...forward,
    ...invert(forward, terms.length),
    averageLength: ids.length === 0 ? 0 : sequence.length / ids.length,
  }
}

type Forward = Pick<SearchIndex, 'documentStarts' | 'documentTerms' | 'documentCounts'>

const countTerms = (sequence: Uint32Array, starts: Uint32Array): Forward => {
  const documentStarts = new Uint32Array(starts.length)
  const documentTerms = new Uint32Array(sequence.length)
  const documentCounts = new Float32Array(sequence.length)
  let at = 0
  for (let document = 0; document + 1 < starts.length; document += 1) {
    const ordered = sequence.slice(starts[document], starts[document + 1]).sort()
    for (const [place, term] of ordered.entries()) {
      if (place > 0 && ordered[place - 1] === term) documentCounts[at - 1] = (documentCounts[at - 1] ?? 0) + 1
      else {
        documentTerms[at] = term
        documentCounts[at] = 1
        at += 1
      }
    }
    documentStarts[document + 1] = at
  }
  return { documentStarts, documentTerms: documentTerms.slice(0, at), documentCounts: documentCounts.slice(0, at) }
}

const invert = ({ documentStarts, documentTerms, documentCounts }: Forward, termCount: number) => {
  const termStarts = new Uint32Array(termCount + 1)
  for (const term of documentTerms) termStarts[term + 1] = (termStarts[term + 1] ?? 0) + 1
  for (let term = 0; term < termCount; term += 1)
    termStarts[term + 1] = (termStarts[term + 1] ?? 0) + (termStarts[term] ?? 0)
  const next = termStarts.slice()
  const postingDocuments = new Uint32Array(documentTerms.length)
  const postingCounts = new Float32Array(documentTerms.length)
  for (let document = 0; document + 1 < documentStarts.length; document += 1) {
    for (let at = documentStarts[document] ?? 0; at < (documentStarts[document + 1] ?? 0); at += 1) {
      const term = documentTerms[at] ?? 0
      const place = next[term] ?? 0
      next[term] = place + 1
      postingDocuments[place] = document
      postingCounts[place] = documentCounts[at] ?? 0
    }
  }
  return { termStarts, postingDocuments, postingCounts }
}

/** The number of documents that hold a term. */
export const documentFrequency = ({ termStarts }: SearchIndex, term: number): number =>
  (termStarts[term + 1] ?? 0) - (termStarts[term] ?? 0)

/** The terms of a document in reading order, stop words left out. */
export const documentSequence = ({ sequence, sequenceStarts }: SearchIndex, document: number): Uint32Array =>
  sequence.subarray(sequenceStarts[document] ?? 0, sequenceStarts[document + 1] ?? 0)

/** The number of terms of a document, stop words left out. */
export const documentLength = ({ sequenceStarts }: SearchIndex, document: number): number =>
  (sequenceStarts[document + 1] ?? 0) - (sequenceStarts[document] ?? 0)

export const documentLengths = (index: SearchIndex): Uint32Array =>
  Uint32Array.from(index.ids, (_, document) => documentLength(index, document))

/** The counts as the matrix that latent semantic analysis takes: a row for each document. */
export const countsOf = (index: SearchIndex): SparseMatrix => ({
  rows: index.ids.length,
  columns: index.terms.length,
  starts: index.documentStarts,
  indexes: index.documentTerms,
  values: index.documentCounts,
})
