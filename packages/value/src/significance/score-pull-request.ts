import { classifyKind } from '../kind/classify-kind.ts'
import type { Kind, KindVerdict } from '../kind/kind.ts'
import { isGenerated } from '../kind/path-classes.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'

export type ScoreReason = {
  readonly reason: 'kind' | 'size'
  /** Points of the score; the contributions add up to it. */
  readonly contribution: number
  readonly evidence: string
}

export type Significance = {
  readonly method: { readonly name: string; readonly version: string }
  /** 0 to 100: an order among pull requests, neither money nor time. */
  readonly score: number
  readonly kind: KindVerdict
  readonly breakdown: readonly ScoreReason[]
}

/** Name and version of the method: scores of different ones do not compare. */
export const scoreMethod = { name: 'kind-size', version: '0.1.0' } as const

/** How readily maintainers single a kind out in their release notes. Set by hand, not learned. */
const kindRank: Readonly<Record<Kind, number>> = {
  feature: 5,
  security: 5,
  perf: 4,
  fix: 2,
  refactor: 2,
  docs: 1,
  test: 1,
  chore: 1,
  deps: 0,
}

/** ln(1 + 10,000) / 10 = 0.92 < 1: no size lifts a change over the next kind. */
const linesCounted = 10_000
const sizeOf = (lines: number) => Math.log1p(Math.min(lines, linesCounted)) / 10
const points = 100 / (Math.max(...Object.values(kindRank)) + sizeOf(linesCounted))

/**
 * How likely the project's own maintainers would single a pull request out: the rank of its kind plus
 * ln(1 + lines) / 10, stretched to 0–100. Lines of generated and lock files do not count.
 *
 * This is significance, version 0: it orders pull requests and claims no business value. The text of a pull request
 * decides its kind and nothing else, so no wording can lift it above what its kind allows.
 */
export const scorePullRequest = (pullRequest: PullRequestFacts): Significance => {
  const kind = classifyKind(pullRequest)
  const { lines, excluded } = countAuthoredLines(pullRequest)
  const breakdown: readonly ScoreReason[] = [
    { reason: 'kind', contribution: kindRank[kind.kind] * points, evidence: `${kind.kind}: ${kind.evidence}` },
    {
      reason: 'size',
      contribution: sizeOf(lines) * points,
      evidence: `${lines} lines changed${excluded > 0 ? `, ${excluded} in generated or lock files left out` : ''}`,
    },
  ]
  const score = breakdown.reduce((sum, { contribution }) => sum + contribution, 0)
  return { method: scoreMethod, score: Math.min(score, 100), kind, breakdown }
}

const countAuthoredLines = ({ additions, deletions, files }: PullRequestFacts) => {
  const excluded = files
    .filter(({ path }) => isGenerated(path))
    .reduce((sum, file) => sum + file.additions + file.deletions, 0)
  return { lines: Math.max(0, additions + deletions - excluded), excluded }
}
