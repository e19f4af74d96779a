import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ValueContext } from './context.ts'
import { evidenceOf, sampleContext } from './testing/sample-context.ts'
import type { ValueEvidence } from './value.ts'
import { valuePullRequest } from './value-pull-request.ts'

const context = sampleContext()
const price = (body: string | null, changes: Parameters<typeof evidenceOf>[1] = {}, under: ValueContext = context) =>
  valuePullRequest(evidenceOf(body, changes), under)
const valued = (...given: Parameters<typeof price>) => {
  const value = price(...given)
  if (value.status !== 'valued') throw new Error(value.because.join('\n'))
  return value
}
const reasons = (...given: Parameters<typeof price>) => {
  const value = price(...given)
  return value.status === 'valued' ? `valued: ${JSON.stringify(value.parts)}` : value.because.join('\n')
}

test.each([null, '', 'The parser threw on an empty value.', 'security CI/CD AI performance hosting checkout'])(
  'a description that states no quantity is not valued: %j',
  (body) => expect(reasons(body)).toBe('its text states no quantity of an effect'),
)

test.each([
  ['We plan to cut the CI build from 12 min to 7 min in a later change', 'planned'],
  ['This does not cut the CI build by 5 minutes', 'not so'],
  ['This could cut the CI build by 5 minutes', 'supposition'],
  ['According to upstream, the CI build is 40 % faster', 'somebody else'],
])('%s: not valued', (body, because) => expect(reasons(body)).toContain(because))

test.each([
  'Fixes #1234 issues in docs',
  'No security impact.',
  'audit log docs typo',
  'Update CI/CD badge',
  'Refactor the CI build',
])('%s: not valued', (body) => expect(price(body).status).toBe('not-valued'))

test.each([
  ['Saves $50k of fees', 'Saves $50,000 of fees'],
  ['Cuts the CI build by 300 s', 'Cuts the CI build by 5 min'],
  ['Cuts the CI build by 40 ms', 'Cuts the CI build by 0.04 s'],
])('“%s” is worth as much as “%s”', (one, other) => {
  const figures = ({ oneTime, recurring }: ReturnType<typeof valued>) => ({ oneTime, recurring })
  expect(figures(valued(one))).toEqual(figures(valued(other)))
})

test('saved time is people × runs × hours × rate × adoption × credibility, each with its source', () => {
  const { recurring, oneTime, parts } = valued('Cuts the CI build by 5 minutes')
  expect(oneTime).toBeNull()
  expect(parts).toMatchObject([
    { mechanism: 'time', item: 'ci', matchedBy: '“ci” in its sentence', stream: 'recurring' },
  ])
  expect(parts[0]?.inputs.map(({ name, source }) => `${source}: ${name}`)).toEqual([
    "context: people of 'ci'",
    "context: runs of 'ci' per month",
    'default: months of runs a year',
    'default: hours in a second',
    "context: hourly cost of 'engineer'",
    'quote: seconds: “Cuts the CI build by 5 minutes”',
    "default: adoption of 'ci'",
    'default: credibility of asserted claims',
  ])
  // 20 people × 56.6 runs × 12 × 1/12 h × $97 × 1/2 × 0.4, by means.
  expect(recurring?.p50).toBeGreaterThan(10_000)
  expect(recurring?.p50).toBeLessThan(24_000)
})

test('a product of fixed numbers is what a pocket calculator says', () => {
  const plain = sampleContext({
    rates: { engineer: { kind: 'fixed', value: 100 } },
    items: [
      {
        name: 'ci',
        match: { words: ['ci'] },
        people: { kind: 'fixed', value: 10 },
        runs: { count: { kind: 'fixed', value: 30 }, per: 'month', counted: 'per-person' },
        adoption: { kind: 'fixed', value: 0.5 },
      },
    ],
    discountRate: 0,
    decayHalfLifeMonths: null,
  })
  const { recurring } = valued('CI went from 7 min to 12 min, 5 min slower', {}, plain)
  expect(recurring).toMatchObject({ p10: -30_000, p50: -30_000, p90: -30_000, presentValue: { p50: -30_000 } })
})

test('a missing assumption is named, and nothing is assumed instead', () => {
  expect(reasons('Cuts the CI build by 5 minutes', {}, sampleContext({ items: [] }))).toContain(
    'no item of the context',
  )
  expect(reasons('Cuts the CI build by 5 minutes', {}, sampleContext({ rates: {} }))).toContain('(role, rates)')
  const noTime = sampleContext({
    items: [
      {
        name: 'ci',
        match: { words: ['ci'] },
        runs: { count: { kind: 'fixed', value: 1 }, per: 'week', counted: 'in-total' },
      },
    ],
  })
  expect(reasons('Cuts the CI build by 5 minutes', {}, noTime)).toContain('items[].waiting')
  expect(reasons('Saves €50k of fees')).toContain('exchangeRates')
})

test('half the time of a build of known length is half of that length', () => {
  expect(valued('Reduces CI build time by 50 %').parts[0]?.inputs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["seconds that 'ci' took", 'part of the time: “Reduces CI build time by 50 %”']),
  )
})

test('faster answers leave the bill as it is, unless spend is declared to follow them', () => {
  expect(reasons('Reduces mean latency by 40 %')).toContain("how spend on 'hosting' follows latency is not declared")
  expect(valued('Reduces heap memory by 40 %').parts).toMatchObject([{ mechanism: 'infrastructure', item: 'hosting' }])
})

test('a percentile is not what every run takes', () => {
  expect(reasons('Reduces p99 latency of the CI pipeline by 40 ms')).toContain('p99 is not what every run takes')
})

test('stated money recurs if it is stated by the period, and is there once otherwise', () => {
  const monthly = valued('Saves $2,500/month of fees')
  expect(monthly).toMatchObject({ oneTime: null, recurring: { p90: expect.any(Number) } })
  expect(valued('Saves $30,000/year of fees').recurring).toEqual(monthly.recurring)
  expect(valued('Saves $2,500 of fees')).toMatchObject({ recurring: null, oneTime: { p50: expect.any(Number) } })
})

test('what an advisory stands for is a chance of a declared loss', () => {
  expect(valued('Fixes CVE-2024-12345 in checkout').parts).toMatchObject([
    { mechanism: 'risk', quote: 'CVE-2024-12345' },
  ])
  expect(reasons('Fixes CVE-2024-12345 in the parser')).toContain('declares a risk')
  expect(price('checkout is not affected by CVE-2024-12345').status).toBe('not-valued')
  expect(price('> checkout has CVE-2024-12345').status).toBe('not-valued')
  const once = valued('Fixes CVE-2024-12345 in checkout')
  expect(valued('Fixes CVE-2024-12345, CVE-2024-2222 in checkout.\n\nCVE-2024-3333 of checkout').recurring).toEqual(
    once.recurring,
  )
})

test('one fixed bug is one bug, and only where a fix names what it closes', () => {
  const fix = { kind: 'fix', title: 'Keep the checkout open' }
  const fixed = valued('It threw. Fixes #12', fix)
  expect(fixed.parts).toMatchObject([{ mechanism: 'defects', stream: 'one-time', quote: 'Fixes #12' }])
  expect(valued('It threw. Fixes #12, fixes #13, fixes #14', fix).oneTime).toEqual(fixed.oneTime)
  expect(price('It threw. Fixes #12', { ...fix, kind: 'docs' }).status).toBe('not-valued')
  expect(price('It threw on 40 bugs', fix).status).toBe('not-valued')
  expect(price('Use a fresh checkout of git to test it.\n\nFixes #12', { kind: 'fix' }).status).toBe('not-valued')
})

test('fewer failures are worth the incidents that no longer happen', () => {
  expect(valued('Reduces checkout error rate from 2% to 0.5%').parts).toMatchObject([
    { mechanism: 'defects', stream: 'recurring', item: 'checkout' },
  ])
})

test('a regression counts against it, and in full', () => {
  const { recurring } = valued('The CI build takes 5 minutes longer')
  const gained = valued('Cuts the CI build by 5 minutes').recurring
  expect(recurring?.p90).toBeLessThan(0)
  expect(-(recurring?.p50 ?? 0)).toBeGreaterThan(gained?.p50 ?? Number.POSITIVE_INFINITY)
})

test('what was reverted is worth nothing, or less where it had to be repaired', () => {
  const reverted = valued('Cuts the CI build by 5 minutes', { isReverted: true })
  expect(reverted).toMatchObject({ oneTime: null, recurring: { p10: 0, p90: 0 }, parts: [] })
  expect(reverted.clawedBack[0]?.p50).toBeGreaterThan(0)
  const repaired = valued('Cuts the CI build by 5 minutes', {
    isReverted: true,
    reworkHours: { kind: 'fixed', value: 6 },
  })
  expect(repaired.oneTime?.p90).toBeLessThan(0)
  expect(repaired.recurring?.p90).toBe(0)
  expect(price('Cuts the CI build by 5 minutes', { title: 'Revert "Speed up CI"' }).status).toBe('not-valued')
})

test('saying it again, in other words or in pieces, makes it no larger', () => {
  const whole = valued('Cuts the CI build by 10 minutes').recurring?.p50 ?? 0
  for (const body of [
    'Cuts the CI build by 10 minutes. Cuts the CI build by 10 minutes.',
    'Cuts the CI build by 10 minutes.\n\nThe CI build is 600 s faster.',
    'Cuts the CI build by 5 minutes.\n\nReduces the CI pipeline by 5 minutes as well.',
    'Cuts the CI build by 10 minutes.\n\nThe build is 90 % faster.',
  ]) {
    expect(valued(body).recurring?.p50).toBeLessThanOrEqual(whole)
  }
})

test.each(['package-lock.json', 'vendor/lib/a.go', 'src/api.pb.go'])('lines of %s are worth nothing', (path) => {
  const body = 'Cuts the CI build by 10 minutes'
  const padded = {
    files: [
      { path: 'lib/header.js', additions: 14, deletions: 6 },
      { path, additions: 90_000, deletions: 0 },
    ],
  }
  const plain = { files: [{ path: 'lib/header.js', additions: 14, deletions: 6 }] }
  expect(valued(body, padded)).toEqual(valued(body, plain))
})

test('a claim whose numbers cannot be true is not valued', () => {
  expect(reasons('Reduces CI build time by 300 %')).toContain('more than all of it')
  expect(reasons('CI build drops from 900 s to 300 s (10x faster)')).toContain('contradict')
})

test('nobody saves more of a run than it takes', () => {
  const all = valued('Cuts the CI build by 15 minutes').recurring
  expect(valued('Cuts the CI build by 900 minutes').recurring).toEqual(all)
})

test('percentiles are in order, and a larger change is worth no less', () => {
  const seconds = fc.integer({ min: 1, max: 900 })
  fc.assert(
    fc.property(seconds, seconds, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map(
        (size) => valued(`Cuts the CI build by ${size} s`).recurring,
      )
      if (!less || !more) throw new Error('not valued')
      expect([less.p10, less.p50, less.p90]).toEqual([less.p10, less.p50, less.p90].toSorted((a, b) => a - b))
      for (const at of ['p10', 'p50', 'p90'] as const) expect(more[at]).toBeGreaterThanOrEqual(less[at])
    }),
    { numRuns: 15 },
  )
})

test('any text gives a value or reasons, and never a number that is none', () => {
  const part = fc.constantFrom(
    'Saves $2,500/month of hosting.',
    'CI build from 12 min to 0 s.',
    'The CI build is 0x faster.',
    'Heap memory down by 100 %.',
    'The CI pipeline is 1.5-2 times faster.',
    'hosting bill from $0 to $5',
    'checkout errors from 0% to 5%',
    'Ships checkout 2 weeks earlier.',
    'CVE-2024-12345 of checkout.',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 5 }), (parts) => {
      const value = price(parts.join('\n'))
      if (value.status === 'not-valued') expect(value.because.length).toBeGreaterThan(0)
      // JSON has no NaN and no infinity: both turn into null.
      else
        for (const each of value.parts)
          expect(JSON.parse(JSON.stringify([each.p10, each.p50, each.p90]))).not.toContain(null)
    }),
    { numRuns: 60 },
  )
})

test('the same evidence, context and seed give the same bytes; another seed nearly the same figures', () => {
  const evidence = evidenceOf('Cuts the CI build by 5 minutes')
  const first = valuePullRequest(evidence, context)
  expect(JSON.stringify(valuePullRequest(evidence, context))).toBe(JSON.stringify(first))
  const other = valuePullRequest(evidence, context, { seed: 'another' })
  if (first.status !== 'valued' || other.status !== 'valued') throw new Error('not valued')
  expect(other.recurring).not.toEqual(first.recurring)
  expect((other.recurring?.p50 ?? 0) / (first.recurring?.p50 ?? 1)).toBeCloseTo(1, 1)
})

test('the same evidence is repriced under another context', () => {
  const evidence: ValueEvidence = JSON.parse(JSON.stringify(evidenceOf('Cuts the CI build by 5 minutes')))
  const dear = sampleContext({ rates: { engineer: { kind: 'triangular', low: 120, mode: 180, high: 280 } } })
  const [one, two] = [context, dear].map((under) => valuePullRequest(evidence, under))
  if (one?.status !== 'valued' || two?.status !== 'valued') throw new Error('not valued')
  expect((two.recurring?.p50 ?? 0) / (one.recurring?.p50 ?? 1)).toBeCloseTo(2, 2)
})

test('better supported claims are believed more', () => {
  const asserted = valued('Cuts the CI build by 5 minutes').recurring?.p50 ?? 0
  const bothSides = valued('Cuts the CI build from 12 min to 7 min').recurring?.p50 ?? 0
  const linked =
    valued('Cuts the CI build by 5 minutes, see https://github.com/octo/hello/actions/runs/12').recurring?.p50 ?? 0
  const [claimHash = ''] = evidenceOf('Cuts the CI build by 5 minutes').claims.map(({ hash }) => hash)
  const observations = [{ claimHash, value: 5, unit: 'min', measuredAt: new Date() }]
  const observed = valued('Cuts the CI build by 5 minutes', { observations }).recurring?.p50 ?? 0
  expect([asserted, bothSides, linked, observed]).toEqual(
    [asserted, bothSides, linked, observed].toSorted((a, b) => a - b),
  )
  expect(new Set([asserted, bothSides, linked, observed]).size).toBe(4)
})

test('the tornado names every unknown once, the widest first', () => {
  const { tornado } = valued('Cuts the CI build by 5 minutes')
  expect(tornado.map(({ input }) => input).toSorted()).toEqual([
    "adoption of 'ci'",
    'credibility of asserted claims',
    "hourly cost of 'engineer'",
    "runs of 'ci' per month",
  ])
  const widths = tornado.map(({ low, high }) => high - low)
  expect(widths).toEqual(widths.toSorted((a, b) => b - a))
})

test('weeks that come earlier are worth what a week of delay costs', () => {
  const claim = evidenceOf('Cuts the checkout launch by 2 weeks').claims[0]
  if (!claim) throw new Error('no claim')
  const body = 'Checkout launches sooner: cuts the checkout launch by 2 weeks'
  expect(valued(body).parts).toMatchObject([{ mechanism: 'delay', stream: 'one-time', item: 'checkout' }])
})

test('hours of work cost what an hour costs', () => {
  const { cost } = valued('Cuts the CI build by 5 minutes')
  expect(cost?.p50).toBeGreaterThan(0)
  expect(cost?.inputs.map(({ name }) => name)).toEqual(['hours of work', "hourly cost of 'engineer'"])
  expect(
    valued('Cuts the CI build by 5 minutes', { effort: { status: 'unknown', because: 'no size' } }).cost,
  ).toBeNull()
})
