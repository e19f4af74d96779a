export const kinds = ['feature', 'fix', 'perf', 'security', 'refactor', 'docs', 'test', 'chore', 'deps'] as const

/** What a change is for. */
export type Kind = (typeof kinds)[number]

export type KindVerdict = {
  readonly kind: Kind
  /** The rule that decided; rules are tried in this order. */
  readonly by: 'conventional-prefix' | 'label' | 'paths' | 'words' | 'default'
  /** The words or paths that the rule saw. */
  readonly evidence: string
}
