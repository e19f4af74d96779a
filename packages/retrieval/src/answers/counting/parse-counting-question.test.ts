import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CountingContext } from './counting-question.ts'
import { parseCountingQuestion } from './parse-counting-question.ts'

const context: CountingContext = {
  // A Saturday.
  now: new Date('2026-11-21T10:30:00Z'),
  authors: [
    { id: 'ada', names: ['Ada Lovelace', 'ada-l'] },
    { id: 'grace', names: ['Grace Hopper', 'ghopper'] },
    { id: 'alan', names: ['Alan Turing'] },
    { id: 'alan-k', names: ['Alan Kay', 'akay'] },
    { id: 'jose', names: ['José Núñez'] },
    { id: 'bot', names: ['dependabot[bot]'] },
  ],
  repositories: [
    { id: 'helm', name: 'helm/helm' },
    { id: 'charts', name: 'helm/charts' },
    { id: 'other-charts', name: 'acme/charts' },
    { id: 'own', name: 'assay' },
  ],
}
const ask = (question: string) => parseCountingQuestion(question, context)
const filtersOf = (question: string) => {
  const parsed = ask(question)
  if (parsed?.status !== 'understood') throw new Error(`${question}: ${parsed ? parsed.because : 'not a count'}`)
  return parsed.filters
}
const period = (from: string | null, to: string | null) => ({
  ...(from === null ? {} : { from: new Date(from).toISOString() }),
  ...(to === null ? {} : { to: new Date(to).toISOString() }),
})

test('a question gives filters and the words that led to them', () => {
  const question = 'How many PRs did Ada merge in March?'
  const parsed = ask(question)
  expect(parsed).toEqual({
    status: 'understood',
    count: 'pull-requests',
    filters: { author: 'ada', ...period('2026-03-01', '2026-04-01') },
    words: [
      { for: 'count', text: 'PRs', start: 9, end: 12 },
      { for: 'author', text: 'Ada', start: 17, end: 20 },
      { for: 'period', text: 'in March', start: 27, end: 35 },
    ],
  })
})

describe('kinds are known by their everyday words', () => {
  test.each([
    ['fixes', 'fix'],
    ['bug fixes', 'fix'],
    ['bugfixes', 'fix'],
    ['bugs', 'fix'],
    ['features', 'feature'],
    ['new features', 'feature'],
    ['security fixes', 'security'],
    ['performance improvements', 'perf'],
    ['optimisations', 'perf'],
    ['docs', 'docs'],
    ['documentation changes', 'docs'],
    ['doc PRs', 'docs'],
    ['refactorings', 'refactor'],
    ['test PRs', 'test'],
    ['chores', 'chore'],
    ['dependency updates', 'deps'],
  ])('%s', (words, kind) => {
    expect(filtersOf(`How many ${words} were merged in 2025?`)).toEqual({ kind, ...period('2025-01-01', '2026-01-01') })
  })
})

describe('people and repositories are known', () => {
  test.each([
    ['how many PRs did Ada Lovelace merge', { author: 'ada' }],
    ['how many PRs did ada merge', { author: 'ada' }],
    ['number of pull requests by @ghopper', { author: 'grace' }],
    ["how many of Grace's PRs were merged in helm/helm", { author: 'grace', repository: 'helm' }],
    ['count the PRs from Jose Nunez', { author: 'jose' }],
    ['how many PRs did Alan Kay merge', { author: 'alan-k' }],
    ['how many PRs did dependabot[bot] merge', { author: 'bot' }],
    ['how many PRs were merged in the assay repository', { repository: 'own' }],
    ['how many PRs have we merged into Helm', { repository: 'helm' }],
    ['how many PRs were merged to acme/charts', { repository: 'other-charts' }],
    ['what is the total number of merged pull requests', {}],
    ['how many PRs are there', {}],
    ['Can you tell me how many PRs Ada merged?', { author: 'ada' }],
  ])('%s', (question, filters) => {
    expect(filtersOf(question)).toEqual(filters)
  })

  test('all parts together', () => {
    expect(filtersOf('How many bug fixes did Ada merge between 2024-05-01 and 2024-06-30 in helm/helm?')).toEqual({
      author: 'ada',
      kind: 'fix',
      repository: 'helm',
      ...period('2024-05-01', '2024-07-01'),
    })
  })
})

describe('a count is split', () => {
  test.each([
    ['number of pull requests by month in 2025', 'month'],
    ['how many PRs were merged per month', 'month'],
    ['how many PRs by author in 2025', 'author'],
    ['how many PRs did each engineer merge', 'author'],
    ['number of PRs by kind', 'kind'],
    ['how many PRs were merged per repository', 'repository'],
  ])('%s', (question, groupBy) => {
    expect(ask(question)).toMatchObject({ status: 'understood', groupBy })
  })

  test('never by author unless that was asked for', () => {
    expect(ask('how many PRs were merged in 2025')).not.toHaveProperty('groupBy')
    expect(ask('who merged the most PRs')).toBeNull()
  })
})

describe('instead of a guess there is a reason', () => {
  test.each([
    ['how many PRs did Alan merge', 'ambiguous-author', ['Alan']],
    ['how many PRs did Zed Shaw merge in March', 'unknown-author', ['Zed', 'Shaw']],
    ['how many PRs were merged by @nobody', 'unknown-author', ['@nobody']],
    ['how many PRs did I merge', 'unknown-author', ['I']],
    ['how many PRs did Ada and Grace merge', 'several-authors', ['Grace']],
    ['how many PRs were merged in foo/bar', 'unknown-repository', ['foo/bar']],
    ['how many PRs were merged in the parser', 'unknown-repository', ['parser']],
    ['how many PRs were merged in charts', 'ambiguous-repository', ['charts']],
    ['how many PRs were merged in helm/helm and helm/charts', 'several-repositories', ['helm/charts']],
    ['how many fixes and features were merged', 'several-kinds', ['features']],
    ['how many PRs were merged in March compared to last week', 'several-periods', ['in March', 'last week']],
    ['how many PRs were merged in March and April', 'several-periods', ['in March and April']],
    ['how many PRs did you merge', 'unknown-author', ['you']],
    ['how many PRs per week', 'unknown-grouping', ['per week']],
    ['how many PRs by month by author', 'several-groupings', ['by month', 'by author']],
    ['how many PRs were merged on 2025-02-30', 'unreadable-period', ['on 2025-02-30']],
    ['how many PRs were merged in the last 0 days', 'unreadable-period', ['in the last 0 days']],
    ['how many PRs were merged in 2025-13', 'unreadable-period', ['in 2025-13']],
    [
      'how many PRs were merged between May 2025 and March 2025',
      'unreadable-period',
      ['between May 2025 and March 2025'],
    ],
    ['how many PRs did Ada review', 'only-merged-counted', ['review']],
    ['how many PRs are open', 'only-merged-counted', ['open']],
    ['how many PRs about caching did Ada merge', 'words-not-understood', ['about', 'caching']],
    ['how many PRs were not merged by Ada', 'words-not-understood', ['not']],
    ['how many PRs changed more than 100 lines', 'words-not-understood', ['changed', 'more', 'than', '100', 'lines']],
    ['how many PRs were merged since the last release', 'words-not-understood', ['since', 'last', 'release']],
  ])('%s', (question, code, words) => {
    expect(ask(question)).toMatchObject({ status: 'unclear', code, words })
  })

  test('with the people who may be meant', () => {
    expect(ask('how many PRs did Alan merge')).toMatchObject({ candidates: ['alan', 'alan-k'] })
  })
})

test.each([
  'How many retries does the client make?',
  'How many retries does PR 12 add?',
  'How many features does Helm have?',
  'Who merged the cache?',
  'What changed in March?',
  'Why are there so many PRs?',
  '',
])('it is no count of pull requests: %s', (question) => {
  expect(ask(question)).toBeNull()
})

const pieces = fc.constantFrom(
  'how many',
  'PRs',
  'did',
  'Ada',
  'Alan',
  'merge',
  'in',
  'March',
  '2025',
  'helm/helm',
  'by month',
  'last week',
  'fixes',
  "'s",
  'since',
  'between',
  'and',
  '2024-02-30',
  '@x',
  'zebra',
  '?',
  '·',
  '\n',
  '0',
)

test('whatever is asked, every used word is in the question and every other word is a filler', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (asked) => {
      const question = asked.join(' ')
      const parsed = ask(question)
      if (parsed?.status !== 'understood') return
      for (const { text, start, end } of parsed.words) expect(question.slice(start, end)).toBe(text)
      expect(asked).not.toContain('zebra')
      expect(asked).not.toContain('@x')
      const { from, to } = parsed.filters
      if (from !== undefined && to !== undefined) expect(from < to).toBe(true)
    }),
  )
})
