import { createHash } from 'node:crypto'
import { unpackModel } from '../lsa/model-artifact.ts'
import { foldIn } from '../lsa/train-lsa.ts'
import { termsOf } from '../terms/analyse.ts'
import { free, type PassageEmbedder } from './embedder.ts'

/** A model that was trained on a workspace's passages, as an embedder: texts are folded in, those without a known term are zero. */
export const openLsaEmbedder = (bytes: Uint8Array): PassageEmbedder => {
  const { terms, model } = unpackModel(bytes)
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const embed = (own: readonly string[]): Float32Array => {
    const counts = new Map<number, number>()
    for (const term of own) {
      const number = numbers.get(term)
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    return foldIn(model, counts)
  }
  return {
    version: {
      name: 'lsa',
      dimensions: model.dimensions,
      normalisation: 'unit',
      hash: createHash('sha256').update(bytes).digest('hex'),
    },
    embedPassages: async (texts) => ({
      ...free,
      // Titles count twice, as they do where the model is trained.
      vectors: texts.map(({ title, text }) => embed([...termsOf(title), ...termsOf(title), ...termsOf(text)])),
    }),
    embedQuery: async (query) => embed(termsOf(query)),
  }
}
