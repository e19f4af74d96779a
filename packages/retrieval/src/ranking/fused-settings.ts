import type { Bm25Parameters } from './bm25.ts'
import type { FeedbackOptions } from './feedback.ts'

// What depends on the corpus or the query is measured there; docs/retrieval.md tells how the rest was chosen.

export const fusedFeedback: FeedbackOptions = { documents: 10, terms: 100, originalWeight: 0.7, mostFrequent: 0.1 }

/** Of feedback by itself. */
export const plainFeedback: FeedbackOptions = { ...fusedFeedback, documents: 5 }

/** Feedback from the best 3, 5 and 10 documents, averaged: how many are worth learning from differs from query to query. */
const feedbackDepths = [3, 5, 10]

/** How much a document counts in that average, by its rank from 0. */
export const feedbackWeightAt = (rank: number): number =>
  feedbackDepths.reduce((sum, depth) => (rank < depth ? sum + 1 / depth : sum), 0)

/** The lead of the best result is over the one behind so many. */
export const leadOver = 5

/** What a pair of neighbouring words counts against a single word. */
export const adjacencyWeight = 0.1

/** How far the query's vector moves towards the documents that feedback learns from. */
export const vectorFeedbackShare = 0.5

/** The best documents among which neighbours are looked for, and how many neighbours each has. */
export const neighbourPool = 200
export const neighbourCount = 8

/** The neighbours of a document against the document itself. */
export const neighbourShare = 0.45

/** The share of meaning against words in how alike two documents are. */
export const similarityMeaningShare = 0.5

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/**
 * A long document pays the usual price for its length, except where documents are short and of much the same length:
 * there it says little about how wordy they are. Lengths in terms, stop words left out.
 */
export const bm25For = (lengths: Uint32Array): Bm25Parameters => {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length
  const shortness = clamp((80 - mean) / 50, 0, 1)
  const evenness = clamp((0.9 - Math.sqrt(variance) / mean) / 0.3, 0, 1)
  return { k1: 1.2, b: 0.75 - 0.25 * shortness * evenness || 0.75 }
}

/**
 * The share of meaning against words in this corpus, from how well meaning alone finds known items there, as a part of
 * how well words do; without such a measurement, a share that harms nowhere.
 */
export const meaningShareFor = (trust: number | undefined): number =>
  trust === undefined ? 0.2 : clamp(0.2 + 2 * (trust - 0.77), 0.1, 0.4)

/** That share for one query: more where the two lists agree on their best, as they do when meaning understood it. */
export const meaningShareForQuery = (share: number, agreement: number): number => share * (0.5 + agreement)

/** A query whose best results stand out is a clear one, and its best documents can be learned from. */
export const feedbackShareFor = (lead: number): number => clamp(2.86 * lead, 0, 1)
