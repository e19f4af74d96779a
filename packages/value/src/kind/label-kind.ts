import type { LearnedKind } from './kind.ts'

const labelRules: readonly (readonly [RegExp, LearnedKind])[] = [
  [/\b(?:dependenc(?:y|ies)|deps)\b/i, 'deps'],
  [/\b(?:bug|bugfix|regression|security)\b/i, 'fix'],
  [/\b(?:perf|performance)\b/i, 'perf'],
  [/\b(?:enhancement|feature)\b/i, 'feature'],
  [/\b(?:docs?|documentation)\b/i, 'docs'],
  [/\brefactor(?:ing)?\b/i, 'refactor'],
  [/\b(?:tests?|testing)\b/i, 'test'],
  [/\b(?:chore|ci|build)\b/i, 'chore'],
]

/** The kind that a label names, the labels read in this order of rules. */
export const kindOfLabels = (
  labels: readonly string[],
): { readonly kind: LearnedKind; readonly label: string } | null => {
  for (const [pattern, kind] of labelRules) {
    const label = labels.find((candidate) => pattern.test(candidate))
    if (label !== undefined) return { kind, label }
  }
  return null
}
