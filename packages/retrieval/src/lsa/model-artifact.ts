import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { documentFrequency, type SearchIndex } from '../ranking/search-index.ts'
import type { LsaModel } from './train-lsa.ts'

/** A term of one document tells nothing about others. */
const LEAST_DOCUMENTS = 2
const MOST_TERMS = 60_000
const INT16_MAX = 32_767

type Header = { readonly dimensions: number; readonly scale: number; readonly terms: readonly string[] }

/** A trained model that can be stored: its bytes, and the hash that tells it from others. */
export type ModelArtifact = { readonly bytes: Uint8Array; readonly hash: string; readonly terms: number }

/**
 * Packs the part of a model that other texts can use: terms of several documents, the commonest if there are too many,
 * with their vectors as 16-bit numbers. What that loses is far below what tells documents apart.
 */
export const packModel = (index: SearchIndex, model: LsaModel): ModelArtifact => {
  const { dimensions, termWeights, termVectors } = model
  const kept = [...index.terms.keys()]
    .filter((term) => documentFrequency(index, term) >= LEAST_DOCUMENTS)
    .toSorted((a, b) => documentFrequency(index, b) - documentFrequency(index, a) || a - b)
    .slice(0, MOST_TERMS)
  const largest = termVectors.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = largest > 0 ? largest / INT16_MAX : 1
  const vectors = new Int16Array(kept.length * dimensions)
  for (const [row, term] of kept.entries()) {
    for (let k = 0; k < dimensions; k += 1) {
      vectors[row * dimensions + k] = Math.round((termVectors.values[term * dimensions + k] ?? 0) / scale)
    }
  }
  const weights = Float32Array.from(kept, (term) => termWeights[term] ?? 0)
  const header: Header = { dimensions, scale, terms: kept.map((term) => index.terms[term] ?? '') }
  const bytes = gzipSync(framed(Buffer.from(JSON.stringify(header)), weights, vectors))
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), terms: kept.length }
}

/** Header with its length before it, padded so that the numbers behind it are aligned. */
const framed = (header: Buffer, weights: Float32Array, vectors: Int16Array): Buffer => {
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4, ' ')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length + padding.length)
  const numbers = [weights, vectors].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  )
  return Buffer.concat([length, header, padding, ...numbers])
}

/** A stored model with its terms; the row of a term is its number. */
export const unpackModel = (bytes: Uint8Array): { readonly terms: readonly string[]; readonly model: LsaModel } => {
  const { header, weights, vectors } = readFrame(bytes)
  const { dimensions, scale, terms } = header
  const values = Float32Array.from(vectors, (value) => value * scale)
  return {
    terms,
    model: { dimensions, termWeights: weights, termVectors: { rows: terms.length, columns: dimensions, values } },
  }
}

/** A stored model for the terms of an index; terms that it does not know tell nothing. */
export const adoptModel = (bytes: Uint8Array, index: SearchIndex): LsaModel => {
  const { header, weights, vectors } = readFrame(bytes)
  const { dimensions, scale, terms } = header
  const termWeights = new Float32Array(index.terms.length)
  // Most terms of an index stand in one passage, and no model knows them: they take up no row.
  const termRows = new Int32Array(index.terms.length).fill(-1)
  const shared = terms.flatMap((term, row) => {
    const number = index.numbers.get(term)
    return number === undefined ? [] : [{ row, number }]
  })
  const values = new Float32Array(shared.length * dimensions)
  for (const [at, { row, number }] of shared.entries()) {
    termWeights[number] = weights[row] ?? 0
    termRows[number] = at
    for (let k = 0; k < dimensions; k += 1) values[at * dimensions + k] = (vectors[row * dimensions + k] ?? 0) * scale
  }
  return {
    dimensions,
    termWeights,
    termRows,
    termVectors: { rows: shared.length, columns: dimensions, values },
  }
}

const readFrame = (bytes: Uint8Array): { header: Header; weights: Float32Array; vectors: Int16Array } => {
  const frame = gunzipSync(bytes)
  const headerEnd = 4 + frame.readUInt32LE(0)
  const header = JSON.parse(frame.toString('utf8', 4, headerEnd)) as Header
  const { length } = header.terms
  const aligned = frame.buffer.slice(frame.byteOffset + headerEnd, frame.byteOffset + frame.byteLength)
  return {
    header,
    weights: new Float32Array(aligned, 0, length),
    vectors: new Int16Array(aligned, 4 * length, length * header.dimensions),
  }
}
