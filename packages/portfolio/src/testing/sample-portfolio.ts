import type {
  EvidenceValue,
  EvidenceView,
  PublishedAchievement,
  PublishedPortfolio,
  PullRequestEvidence,
} from '@assay/contracts'

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** A pull request as evidence; change what matters to the test. */
export const samplePullRequest = (number: number, more: Partial<PullRequestEvidence> = {}): PullRequestEvidence => ({
  kind: 'pull-request',
  id: idOf(number),
  quote: null,
  isQuoteGone: false,
  note: '',
  repository: 'acme/shop',
  visibility: 'public',
  url: `https://github.com/acme/shop/pull/${number}`,
  number,
  sha: 'c0ffee',
  title: `Cache the modules of build ${number}`,
  author: 'Ada Lovelace',
  mergedAt: `2026-${String((number % 9) + 1).padStart(2, '0')}-03T10:00:00.000Z`,
  changeKind: 'perf',
  significance: { score: 64, low: 41, high: 82 },
  claims: [
    {
      text: 'Cuts the CI build by 5 minutes',
      field: 'body',
      start: 0,
      end: 30,
      metric: 'time',
      effect: 'improvement',
      modality: 'done',
      hash: 'x',
    },
  ],
  money: null,
  history: [],
  ...more,
})

export const sampleDocument = (more: object = {}): EvidenceView => ({
  kind: 'document',
  id: idOf(900),
  quote: { text: 'The cache was found to halve the wait.', field: 'text', start: 120, end: 158 },
  isQuoteGone: false,
  note: 'Measured by the team that runs the service.',
  name: 'cache-report.pdf',
  version: 2,
  title: 'What the cache did',
  format: 'pdf',
  pages: 12,
  addedAt: '2026-05-01T00:00:00.000Z',
  ...more,
})

const sampleValue = (pullRequests: number): EvidenceValue => ({
  pullRequests,
  announced: { low: pullRequests * 0.41, mid: pullRequests * 0.64, high: pullRequests * 0.82 },
  effort: { low: pullRequests * 3, mid: pullRequests * 7, high: pullRequests * 15, estimated: pullRequests },
  money: {
    contextVersion: '3',
    currency: 'USD',
    valued: 1,
    of: pullRequests,
    oneTime: null,
    recurring: {
      p10: 4_200,
      p50: 11_800,
      p90: 27_400,
      presentValue: { p10: 8_000, p50: 22_000, p90: 50_000 },
    },
    perCost: null,
    duplicates: [],
  },
})

const STORY = `The build had grown to **18 minutes**, and nobody waited for it any more.

## What was done

- Modules are kept between runs, keyed by the \`lockfile\`
- Only what changed is built again; see [the notes](https://example.org/notes)

> Nobody has complained about the build since.`

/** An achievement of two pull requests and a document. */
export const sampleAchievement = (number: number, more: Partial<PublishedAchievement> = {}): PublishedAchievement => {
  const evidence = [
    samplePullRequest(number * 10),
    samplePullRequest(number * 10 + 1, {
      title: 'Correct the order of the queue',
      changeKind: 'fix',
      claims: [],
      significance: { score: 22, low: 9, high: 40 },
      history: [{ event: 'repaired', by: idOf(5), at: '2026-08-01T00:00:00.000Z', quote: 'Fixes #12' }],
    }),
    sampleDocument(),
  ]
  return {
    slug: `a-faster-build-${number}`,
    title: `A faster build, and a queue that keeps its order (${number})`,
    story: STORY,
    publishedAt: '2026-09-01T00:00:00.000Z',
    evidence,
    files: {
      [idOf(number * 10)]: ['src/build/cache.ts', 'src/build/cache.test.ts', 'docs/build.md'],
      [idOf(number * 10 + 1)]: ['queue/main.go', 'migrations/0001.sql'],
    },
    value: sampleValue(2),
    ...more,
  }
}

export const samplePortfolio = (more: Partial<PublishedPortfolio> = {}): PublishedPortfolio => ({
  profile: {
    name: 'Ada Lovelace',
    headline: 'Engineer of builds, queues and the tools between them',
    about: 'I make slow things fast and **fragile things boring**. Everything below rests on merged work.',
    links: [
      { label: 'GitHub', url: 'https://github.com/ada' },
      { label: 'Notes', url: 'https://example.org/notes' },
    ],
  },
  achievements: [1, 2, 3].map((number) => sampleAchievement(number)),
  whole: sampleValue(6),
  method: 'kind@3 significance@3 effort@1 claims@2',
  madeAt: '2026-10-01T12:00:00.000Z',
  ...more,
})
