import type { ScoredSentence } from './score-sentences.ts'

/** Two sentences with this share of common terms say the same. Jaccard, 0 to 1. */
const sameFrom = 0.8
/** How much being good counts against being different (Carbonell & Goldstein, SIGIR 1998). */
const relevance = 0.8
/** A sentence much worse than the best one adds noise. Share of the best score. */
const worthSaying = 0.6

/**
 * At most `limit` of the scored sentences by maximal marginal relevance, without near-duplicates. They come in reading
 * order: source by source, the source of the best sentence first, each from its beginning to its end.
 */
export const chooseSentences = (scored: readonly ScoredSentence[], limit: number): ScoredSentence[] => {
  const least = (scored[0]?.score ?? 0) * worthSaying
  const chosen: ScoredSentence[] = []
  let left = scored.filter(({ score }) => score >= least)
  while (chosen.length < limit && left.length > 0) {
    const next = left.reduce((best, other) => (marginal(other, chosen) > marginal(best, chosen) ? other : best))
    chosen.push(next)
    left = left.filter((other) => other !== next && likeness(other, next) < sameFrom)
  }
  return inReadingOrder(chosen)
}

const marginal = (sentence: ScoredSentence, chosen: readonly ScoredSentence[]): number =>
  relevance * sentence.score - (1 - relevance) * Math.max(0, ...chosen.map((other) => likeness(sentence, other)))

const likeness = ({ terms: a }: ScoredSentence, { terms: b }: ScoredSentence): number => {
  const shared = a.intersection(b).size
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const inReadingOrder = (chosen: readonly ScoredSentence[]): ScoredSentence[] => {
  const bySource = Map.groupBy(chosen, ({ stretch }) => stretch.sourceId)
  const placeOf = ({ stretch, start }: ScoredSentence) => stretch.start + start
  return [...bySource.values()].flatMap((sentences) => sentences.toSorted((a, b) => placeOf(a) - placeOf(b)))
}
