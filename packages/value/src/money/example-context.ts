import { declaredContextSchema } from './context.ts'

/** A declaration to begin with, of every mechanism one item; each figure is to be replaced by one's own. */
export const exampleContext = declaredContextSchema.parse({
  currency: 'USD',
  rates: { engineer: { kind: 'triangular', low: 60, mode: 90, high: 140 } },
  authorRole: 'engineer',
  items: [
    {
      name: 'continuous integration',
      match: { words: ['ci', 'pipeline', 'build', 'test suite'] },
      role: 'engineer',
      people: { kind: 'fixed', value: 20 },
      runs: { count: { kind: 'lognormal', p10: 40, p90: 80 }, per: 'month', counted: 'per-person' },
      takesSeconds: { kind: 'uniform', low: 600, high: 900 },
    },
    {
      name: 'hosting',
      match: { words: ['memory', 'heap', 'hosting', 'cpu'] },
      spend: {
        perMonth: { kind: 'triangular', low: 8_000, mode: 10_000, high: 12_000 },
        elasticity: { memory: { kind: 'uniform', low: 0.2, high: 0.6 }, cpu: { kind: 'uniform', low: 0.3, high: 0.8 } },
      },
    },
    {
      name: 'checkout',
      match: { words: ['checkout', 'payment'] },
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
})
