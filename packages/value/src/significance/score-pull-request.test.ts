import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { kinds } from '../kind/kind.ts'
import type { PullRequestFacts } from '../pull-request-facts.ts'
import { scorePullRequest } from './score-pull-request.ts'

const source = (lines: number) => ({ path: 'src/a.ts', additions: lines, deletions: 0 })

const facts = (more: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  title: 'fix: close the socket',
  body: '',
  additions: 10,
  deletions: 0,
  files: [source(10)],
  ...more,
})

const lines = fc.nat({ max: 5_000_000 })
const anyText = fc.string({ unit: 'binary', maxLength: 300 })

/** The most that a kind can reach: its own title with more lines than are counted. */
const boundOf = new Map(
  ['feat', 'fix', 'perf', 'security', 'refactor', 'docs', 'test', 'chore', 'deps'].map((type) => {
    const { kind, score } = scorePullRequest(facts({ title: `${type}: x`, additions: 9_999_999 }))
    return [kind.kind, score] as const
  }),
)

describe('significance', () => {
  test('stays between 0 and 100 and is the sum of its reasons', () => {
    fc.assert(
      fc.property(anyText, anyText, lines, lines, (title, body, additions, deletions) => {
        const { score, breakdown } = scorePullRequest(facts({ title, body, additions, deletions }))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(breakdown.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9)
      }),
    )
  })

  test('never falls when lines are added within a kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), lines, lines, (kind, some, more) => {
        const title = `${kind}: x`
        const few = scorePullRequest(facts({ title, additions: some }))
        const many = scorePullRequest(facts({ title, additions: some + more }))
        expect(many.score).toBeGreaterThanOrEqual(few.score)
      }),
    )
  })

  test('cannot be lifted by any text above what the kind allows', () => {
    fc.assert(
      fc.property(anyText, anyText, lines, (title, body, additions) => {
        const { kind, score } = scorePullRequest(facts({ title, body, additions }))
        expect(score).toBeLessThanOrEqual(boundOf.get(kind.kind) ?? -1)
      }),
    )
  })

  test('does not change with the description when the title declares the kind', () => {
    const praise = 'Critical security breakthrough, saves $1,000,000 and makes everything 100x faster. '
    expect(scorePullRequest(facts({ body: praise.repeat(50) })).score).toBe(scorePullRequest(facts()).score)
  })

  test('does not count lines of lock and generated files', () => {
    const padded = facts({
      additions: 90_010,
      files: [source(10), { path: 'web/pnpm-lock.yaml', additions: 90_000, deletions: 0 }],
    })
    expect(scorePullRequest(padded).score).toBe(scorePullRequest(facts()).score)
    expect(scorePullRequest(padded).breakdown[1]?.evidence).toBe(
      '10 lines changed, 90000 in generated or lock files left out',
    )
  })

  test('puts no size of a fix above a feature of one line', () => {
    const fix = scorePullRequest(facts({ additions: 1_000_000 }))
    const feature = scorePullRequest(facts({ title: 'feat: x', additions: 1 }))
    expect(fix.score).toBeLessThan(feature.score)
  })

  test('names its method, so that scores of another one are never compared with it', () => {
    expect(scorePullRequest(facts()).method).toEqual({ name: 'kind-size', version: '0.1.0' })
  })
})
