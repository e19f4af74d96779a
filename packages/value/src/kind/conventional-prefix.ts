import type { Kind, KindVerdict } from './kind.ts'
import { securityWords } from './title-words.ts'

const kindOfType: Readonly<Record<string, Kind>> = {
  feat: 'feature',
  feature: 'feature',
  fix: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  perf: 'perf',
  security: 'security',
  sec: 'security',
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

/**
 * `feat(scope)!: text` (conventionalcommits.org 1.0), with or without brackets around the type.
 * A `deps` scope makes it a dependency change, and a fix that names an advisory a security fix.
 */
export const readConventionalPrefix = (title: string): KindVerdict | undefined => {
  const match = /^\W{0,4}([a-z]+)\]?\s?(?:\(([^)]{0,100})\))?!?:/i.exec(title)
  const type = match?.[1]?.toLowerCase()
  if (!match || type === undefined || !Object.hasOwn(kindOfType, type)) return undefined
  const declared = kindOfType[type]
  if (declared === undefined) return undefined
  const kind = refine(declared, match[2] ?? '', title)
  return { kind, by: 'conventional-prefix', evidence: `the title begins with '${match[0].trim()}'` }
}

const refine = (declared: Kind, scope: string, title: string): Kind => {
  if (/^(?:deps|deps-dev|dependencies)$/i.test(scope)) return 'deps'
  return declared === 'fix' && securityWords.test(title) ? 'security' : declared
}
