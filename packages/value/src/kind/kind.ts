const kinds = ['feature', 'fix', 'perf', 'security', 'refactor', 'docs', 'test', 'chore', 'deps'] as const

/** What a change is for. */
type Kind = (typeof kinds)[number]

/** The kinds that the model tells apart: a security fix is a fix that names an advisory. */
export const learnedKinds = ['feature', 'fix', 'perf', 'refactor', 'docs', 'test', 'chore', 'deps'] as const
export type LearnedKind = (typeof learnedKinds)[number]

export type KindEstimate = {
  readonly label: Kind
  readonly probability: number
  /** Declared in the title, by a label, or estimated from words, paths and sizes. */
  readonly by: 'declared' | 'label' | 'model'
  /** The words that decided, for a reader. */
  readonly evidence: string
  /** In the order of `learnedKinds`; they sum to 1. */
  readonly probabilities: readonly number[]
}
