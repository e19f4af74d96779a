import type { LearnedKind } from './kind.ts'

const kindOfType: Readonly<Record<string, LearnedKind>> = {
  feat: 'feature',
  feature: 'feature',
  enhancement: 'feature',
  fix: 'fix',
  bug: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  security: 'fix',
  sec: 'fix',
  perf: 'perf',
  refactor: 'refactor',
  docs: 'docs',
  doc: 'docs',
  documentation: 'docs',
  test: 'test',
  tests: 'test',
  deps: 'deps',
  chore: 'chore',
  build: 'chore',
  ci: 'chore',
  style: 'chore',
  meta: 'chore',
  tooling: 'chore',
  release: 'chore',
}

export type SplitTitle = {
  /** The title without what stands before its first colon. */
  readonly words: string
  /** What stands there: a type of change or, in some projects, a part of the project. */
  readonly prefix: string | null
  /** What the prefix has in brackets, in lower case: the part of the project. */
  readonly scope: string | null
  readonly kind: LearnedKind | null
  readonly breaking: boolean
}

const PREFIX = /^\W{0,4}((?:\w[\w./-]{0,30})(?:[ ,][\w./-]{1,20})?)\]?\s?(?:\(([^)]{0,100})\))?(!)?:\s+/
const TAG = /^\s{0,4}\[([^\]]{1,30})\]\s+/

/**
 * `feat(scope)!: text` (conventionalcommits.org 1.0), with or without brackets around the type. A `deps` scope makes it
 * a dependency change. A tag in brackets may be the type itself (`[docs] text`) or stand before it (`[v4] feat: text`).
 * A type that a source keeps apart counts where the title has none of its own.
 */
export const splitTitle = (title: string, typePrefix?: string | null): SplitTitle => {
  const [tagged = '', tag] = TAG.exec(title) ?? []
  const rest = title.slice(tagged.length)
  const [whole = '', before, scope, mark] = PREFIX.exec(rest) ?? []
  const parts = { scope: scope?.toLowerCase() ?? null, breaking: mark !== undefined }
  const given = [before, tag, typePrefix].flatMap((type) => type?.toLowerCase() ?? [])
  const type = given.find((each) => kindOf(each) !== null)
  const words = rest.slice(whole.length)
  if (/^(?:deps|deps-dev|dependencies)$/.test(parts.scope ?? ''))
    return { ...parts, words, prefix: type ?? before?.toLowerCase() ?? null, kind: 'deps' }
  if (type !== undefined) return { ...parts, words, prefix: type, kind: kindOf(type) }
  const prefix = (before ?? typePrefix)?.toLowerCase() ?? null
  return { ...parts, words: `${tagged}${words}`, prefix, kind: null }
}

/** The kind that a type stands for; of several (`doc,test`) the first tells. */
const kindOf = (type: string): LearnedKind | null => {
  const [first = ''] = type.split(/[,/]/)
  return Object.hasOwn(kindOfType, first) ? (kindOfType[first] ?? null) : null
}
