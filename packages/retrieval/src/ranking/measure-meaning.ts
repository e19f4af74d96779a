import { seededRandom } from '../lsa/seeded-random.ts'
import { cosines, foldIn, foldInAll, trainLsa } from '../lsa/train-lsa.ts'
import { queryTerms, scoreBm25, weighPostings } from './bm25.ts'
import { countsOf, documentLength, documentSequence, indexTerms, type SearchIndex } from './search-index.ts'

/** How well documents are found by their own beginnings: the mean of one over the rank, by words and by meaning. */
export type MeaningMeasured = { readonly words: number; readonly meaning: number; readonly queries: number }

const headLength = 8
const leastRest = 5
const mostDocuments = 3_000
const mostQueries = 250
const fewestQueries = 20

/**
 * How far meaning can be trusted in this corpus, measured on the corpus itself: the first words of documents are taken
 * as queries for the rest of the same documents, with a model that has seen only the rests. Known items as queries are
 * Azzopardi, de Rijke & Balog's (SIGIR 2007). Nothing is known about a corpus with few documents of some length.
 */
export const measureMeaning = (
  index: SearchIndex,
  options: { readonly dimensions: number; readonly seed: number },
): MeaningMeasured | undefined => {
  const usable = index.ids.keys().filter((document) => documentLength(index, document) >= headLength + leastRest)
  const chosen = shuffle([...usable], seededRandom(options.seed)).slice(0, mostDocuments)
  if (chosen.length < fewestQueries) return undefined

  const termsOf = (document: number) => Array.from(documentSequence(index, document), (term) => index.terms[term] ?? '')
  const rests = indexTerms(
    chosen.map((document) => ({
      id: index.ids[document] ?? '',
      terms: termsOf(document).slice(headLength),
      titleLength: 0,
    })),
  )
  const weights = weighPostings(rests)
  const counts = countsOf(rests)
  const model = trainLsa(counts, { ...options, iterations: 1 })
  const vectors = foldInAll(model, counts)
  const places = new Map(rests.ids.map((id, place) => [id, place]))

  const asked = chosen.slice(0, mostQueries)
  const ranks = asked.map((document) => {
    const query = queryTerms(rests, termsOf(document).slice(0, headLength))
    const target = places.get(index.ids[document] ?? '') ?? 0
    return {
      words: reciprocalRankOf(target, scoreBm25(rests, weights, query)),
      meaning: reciprocalRankOf(target, cosines(vectors, foldIn(model, query))),
    }
  })
  const words = ranks.reduce((sum, rank) => sum + rank.words, 0) / asked.length
  const meaning = ranks.reduce((sum, rank) => sum + rank.meaning, 0) / asked.length
  return words > 0 ? { words, meaning, queries: asked.length } : undefined
}

const reciprocalRankOf = (target: number, scores: Float64Array): number => {
  const own = scores[target] ?? 0
  if (own <= 0) return 0
  let ahead = 0
  for (const score of scores) if (score > own) ahead += 1
  return 1 / (ahead + 1)
}

/** Fisher and Yates. */
const shuffle = (values: number[], random: () => number): number[] => {
  for (let at = values.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = values[at] ?? 0
    values[at] = values[other] ?? 0
    values[other] = kept
  }
  return values
}
