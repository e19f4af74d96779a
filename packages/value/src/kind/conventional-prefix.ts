import type { LearnedKind } from './kind.ts'

const kindOfType: Readonly<Record<string, LearnedKind>> = {
  feat: 'feature',
  feature: 'feature',
  fix: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  security: 'fix',
  sec: 'fix',
  perf: 'perf',
  refactor: 'refactor',
  docs: 'docs',
  doc: 'docs',
  test: 'test',
  tests: 'test',
  deps: 'deps',
  chore: 'chore',
  build: 'chore',
  ci: 'chore',
  style: 'chore',
  release: 'chore',
}

export type SplitTitle = {
  /** The title without what stands before its first colon. */
  readonly words: string
  /** What stands there: a type of change or, in some projects, a part of the project. */
  readonly prefix: string | null
  readonly kind: LearnedKind | null
  readonly breaking: boolean
}

const PREFIX = /^\W{0,4}((?:\w[\w./-]{0,30})(?:[ ,][\w./-]{1,20})?)\]?\s?(?:\(([^)]{0,100})\))?(!)?:\s+/

/**
 * `feat(scope)!: text` (conventionalcommits.org 1.0), with or without brackets around the type. A `deps` scope makes it
 * a dependency change. A type that a source keeps apart counts where the title has none of its own.
 */
export const splitTitle = (title: string, typePrefix?: string | null): SplitTitle => {
  const [whole = '', before, scope = '', mark] = PREFIX.exec(title) ?? []
  const prefix = (before ?? typePrefix ?? null)?.toLowerCase() ?? null
  const kind = /^(?:deps|deps-dev|dependencies)$/i.test(scope) ? 'deps' : kindOf(prefix)
  return { words: title.slice(whole.length), prefix, kind, breaking: mark !== undefined }
}

const kindOf = (prefix: string | null): LearnedKind | null =>
  prefix !== null && Object.hasOwn(kindOfType, prefix) ? (kindOfType[prefix] ?? null) : null
