import { createHash } from 'node:crypto'
import { free, type PassageEmbedder } from './embedder.ts'
import { textFeatures } from './features.ts'

/** An embedder that answers at once. */
export type Embedder = PassageEmbedder & {
  /** One vector per text, of length 1, or all zero for a text without a word. */
  embed(texts: readonly string[]): Float32Array[]
}

/** Raise it with every change to the features or the hashing: stored vectors are then known to be old. */
const algorithm = 'hashed-features/1'

/**
 * An embedder that needs no weights and gives the same vectors on every machine: signed feature hashing
 * (Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009) of words and parts of words
 * with sublinear term frequency 1 + ln(tf), scaled to length 1. A floor to build on: lexical, far below BM25.
 */
export const createHashedEmbedder = (
  { dimensions }: { readonly dimensions: number } = { dimensions: 384 },
): Embedder => {
  if (!Number.isSafeInteger(dimensions) || dimensions < 1)
    throw new RangeError('dimensions must be a whole number of 1 or more')
  const hash = createHash('sha256').update(`${algorithm}:${dimensions}`).digest('hex').slice(0, 16)
  return {
    version: { name: algorithm, dimensions, normalisation: 'unit', hash },
    embed: (texts) => texts.map((text) => embedOne(text, dimensions)),
    embedPassages: async (texts) => ({
      ...free,
      vectors: texts.map(({ title, text }) => embedOne(`${title}\n${text}`, dimensions)),
    }),
    embedQuery: async (query) => embedOne(query, dimensions),
  }
}

const embedOne = (text: string, dimensions: number): Float32Array => {
  const sums = new Float64Array(dimensions)
  for (const [feature, frequency] of textFeatures(text)) {
    const hash = hash32(feature)
    const sign = hash >>> 31 === 0 ? 1 : -1
    const at = (hash & 0x7fffffff) % dimensions
    sums[at] = (sums[at] ?? 0) + sign * (frequency >= 1 ? 1 + Math.log(frequency) : frequency)
  }
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(sums, (value) => (length === 0 ? 0 : value / length))
}

/** FNV-1a over UTF-16 code units, then murmur3's finaliser: FNV alone leaves the high bits of short words alike. */
const hash32 = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
