import type { Units } from '../tokens/character-classes.ts'
import { rankedStructure } from './ranked-structure.ts'
import { sentenceEnds } from './sentence-structure.ts'
import type { Structure } from './structure.ts'

/** One vector for each text, all of the same length. */
export type EmbedTexts = (
  texts: readonly string[],
) => readonly ArrayLike<number>[] | Promise<readonly ArrayLike<number>[]>

/** Sentences on either side of a cut that are compared: one alone says too little. */
const neighbours = 3

/**
 * Cuts between the sentences whose surroundings are least alike: the cosine of what stands before and behind.
 * Vectors that are no numbers, or all zero, count as unlike nothing, so that an embedder's faults never stop a cut.
 */
export const semanticStructure = async (text: string, units: Units, embed: EmbedTexts): Promise<Structure> => {
  const places = sentenceEnds(units)
  const sentences = places.map((end, index) => text.slice(places[index - 1] ?? 0, end).trim())
  const vectors = sentences.length > 1 ? await embed(sentences) : []
  const ranks = places.map((_, index) =>
    cosine(
      sum(vectors.slice(Math.max(0, index + 1 - neighbours), index + 1)),
      sum(vectors.slice(index + 1, index + 1 + neighbours)),
    ),
  )
  return rankedStructure(
    { places: Int32Array.from(places), ranks: Float64Array.from(ranks) },
    { units, pathAt: () => [], sectionRank: Number.NEGATIVE_INFINITY, hasSentences: false },
  )
}

const sum = (vectors: readonly ArrayLike<number>[]): Float64Array => {
  const total = new Float64Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (vector[at] ?? 0)
  return total
}

const cosine = (one: Float64Array, other: Float64Array): number => {
  let product = 0
  let squares = 0
  let otherSquares = 0
  for (let at = 0; at < one.length; at += 1) {
    const left = one[at] ?? 0
    const right = other[at] ?? 0
    product += left * right
    squares += left * left
    otherSquares += right * right
  }
  const found = product / Math.sqrt(squares * otherSquares)
  return Number.isFinite(found) ? found : 1
}
