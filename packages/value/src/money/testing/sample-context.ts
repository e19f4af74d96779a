import type { z } from 'zod'
import { extractClaims } from '../../claims/extract-claims.ts'
import { estimateEffort } from '../../effort/estimate-effort.ts'
import type { PullRequestFacts } from '../../pull-request-facts.ts'
import { sampleFacts } from '../../testing/sample-facts.ts'
import { declaredContextSchema, type ValueContext } from '../context.ts'
import type { ValueEvidence } from '../value.ts'

/** Twenty people, a build that all of them wait for, and a bill; change what matters to the test. */
export const sampleContext = (
  changes: Partial<z.input<typeof declaredContextSchema>> = {},
  version = 'spring',
): ValueContext => ({
  version,
  ...declaredContextSchema.parse({
    currency: 'USD',
    rates: { engineer: { kind: 'triangular', low: 60, mode: 90, high: 140 } },
    items: [
      {
        name: 'ci',
        match: { words: ['ci', 'build', 'pipeline'] },
        people: { kind: 'fixed', value: 20 },
        runs: { count: { kind: 'lognormal', p10: 40, p90: 80 }, per: 'month', counted: 'per-person' },
        takesSeconds: { kind: 'uniform', low: 600, high: 900 },
      },
      {
        name: 'hosting',
        match: { words: ['hosting', 'heap', 'latency'] },
        spend: {
          perMonth: { kind: 'triangular', low: 8_000, mode: 10_000, high: 12_000 },
          elasticity: { memory: { kind: 'uniform', low: 0.2, high: 0.6 } },
        },
      },
      {
        name: 'checkout',
        match: { words: ['checkout'] },
        incidents: {
          perYear: { kind: 'lognormal', p10: 6, p90: 20 },
          cost: { kind: 'lognormal', p10: 500, p90: 4_000 },
        },
        risk: {
          probabilityPerYear: { kind: 'beta', a: 1, b: 60 },
          loss: { kind: 'lognormal', p10: 20_000, p90: 400_000 },
        },
        delay: { costPerWeek: { kind: 'triangular', low: 1_000, mode: 4_000, high: 9_000 } },
      },
    ],
    ...changes,
  }),
})

/** What a pull request with that description shows; the other facts are those of a small fix. */
export const evidenceOf = (
  body: string | null,
  changes: Partial<ValueEvidence & PullRequestFacts> = {},
): ValueEvidence => {
  const facts = sampleFacts({ title: 'Handle an empty header', body, ...changes })
  return { ...facts, claims: extractClaims(facts), effort: estimateEffort(facts), kind: null, ...changes }
}
