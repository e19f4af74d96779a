import type { PullRequestFacts } from '../pull-request-facts.ts'
import { readConventionalPrefix } from './conventional-prefix.ts'
import type { Kind, KindVerdict } from './kind.ts'
import { isDocumentation, isLockFile, isManifest, isTest, isTooling } from './path-classes.ts'
import { kindOfWords } from './title-words.ts'

/**
 * Tells what a pull request is for: what its author declared (`feat:`, a label), else what its paths all are,
 * else what its title says. Without any of these it is taken for a fix, by far the most frequent kind.
 */
export const classifyKind = (pullRequest: Pick<PullRequestFacts, 'title' | 'body' | 'files' | 'labels'>): KindVerdict =>
  readConventionalPrefix(pullRequest.title) ??
  kindOfLabels(pullRequest.labels ?? []) ??
  kindOfPaths(pullRequest.files.map(({ path }) => path)) ??
  kindOfWords(pullRequest.title) ??
  kindOfClosedIssue(pullRequest.body) ?? { kind: 'fix', by: 'default', evidence: 'no rule applied' }

const labelRules: readonly (readonly [RegExp, Kind])[] = [
  [/\bsecurity\b/i, 'security'],
  [/\bdependenc(?:y|ies)\b/i, 'deps'],
  [/\b(?:bug|bugfix|regression)\b/i, 'fix'],
  [/\b(?:perf|performance)\b/i, 'perf'],
  [/\b(?:enhancement|feature)\b/i, 'feature'],
  [/\b(?:docs?|documentation)\b/i, 'docs'],
  [/\brefactor(?:ing)?\b/i, 'refactor'],
  [/\b(?:tests?|testing)\b/i, 'test'],
  [/\b(?:chore|ci|build)\b/i, 'chore'],
]

const kindOfLabels = (labels: readonly string[]): KindVerdict | undefined => {
  for (const [pattern, kind] of labelRules) {
    const label = labels.find((candidate) => pattern.test(candidate))
    if (label !== undefined) return { kind, by: 'label', evidence: `labelled '${label}'` }
  }
  return undefined
}

const pathRules: readonly (readonly [(path: string) => boolean, Kind, string])[] = [
  [isLockFile, 'deps', 'every file is a lock file'],
  [(path) => isLockFile(path) || isManifest(path), 'deps', 'every file is a manifest or lock file'],
  [isTest, 'test', 'every file is a test'],
  [isDocumentation, 'docs', 'every file is documentation'],
  [isTooling, 'chore', 'every file is build or project tooling'],
]

const kindOfPaths = (paths: readonly string[]): KindVerdict | undefined => {
  if (paths.length === 0) return undefined
  const rule = pathRules.find(([matches]) => paths.every(matches))
  return rule && { kind: rule[1], by: 'paths', evidence: `${rule[2]}: ${paths[0]}` }
}

const kindOfClosedIssue = (body: string): KindVerdict | undefined => {
  const match = /\b(?:fix(?:e[sd])?|resolve[sd]?) #\d{1,9}\b/i.exec(body)
  return match ? { kind: 'fix', by: 'words', evidence: `the description says '${match[0]}'` } : undefined
}
