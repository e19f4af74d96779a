import { expect, test } from '@jest/globals'
import { bodyCharactersKept, type SourceAuthor } from '../pull-request-source.ts'
import type { RowNode } from './answers.ts'
import type { Details } from './details.ts'
import { type Parts, toParts } from './parts.ts'
import { toPullRequest } from './to-pull-request.ts'

const sha = 'a'.repeat(40)
const row: RowNode = {
  number: 7,
  title: 'Title',
  body: '',
  merged: true,
  mergedAt: '2024-01-01T00:00:00Z',
  updatedAt: '2024-01-02T00:00:00Z',
  additions: 0,
  deletions: 0,
  changedFiles: 0,
  baseRefName: 'main',
  baseRefOid: sha,
  headRefOid: sha,
  author: { __typename: 'User', login: 'ada', name: 'Ada L.' },
  mergeCommit: { oid: sha },
}
const details: Details = {
  files: [],
  patchId: null,
  commits: [],
  commitCount: 0,
  how: 'merge',
  people: [],
  squashedFrom: null,
  flags: [],
  gaps: [],
}
const list = <Node>(nodes: Node[], totalCount = nodes.length) => ({
  totalCount,
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
})
const review = (login: string | null, state: 'APPROVED' | 'PENDING', type = 'User') => ({
  __typename: 'PullRequestReview' as const,
  author: login === null ? null : { __typename: type, login },
  state,
  submittedAt: null,
})
const map = (changes: Partial<RowNode>, more: Partial<Details> = {}, parts: Partial<Parts> = {}) => {
  const empty = toParts({ ...row, labels: list([]), timelineItems: list([]) }, 'git')
  return toPullRequest({ row: { ...row, ...changes }, parts: { ...empty, ...parts } }, { ...details, ...more }, 'a/b')
}
const person = (name: string, email: string, login: string | null = null): SourceAuthor => ({ name, email, login })

test('labels that GitHub counts differently from those it lists are told as a gap', () => {
  const { labels } = toParts({ ...row, labels: list([{ name: 'bug' }], 3), timelineItems: list([]) }, 'git')
  expect(map({}, {}, { labels }).gaps).toMatchObject([
    { connection: 'labels', number: 7, expected: 3, found: 1, reason: 'disagrees' },
  ])
})

test('a timeline may count more than the events asked for without anything being missing', () => {
  const { timelineItems } = toParts({ ...row, labels: list([]), timelineItems: list([], 2) }, 'git')
  expect(map({}, {}, { timelineItems }).gaps).toEqual([])
})

test('bots, deleted accounts and reviews that were not sent are what they are', () => {
  const reviews = [review('codecov', 'APPROVED', 'Bot'), review(null, 'APPROVED'), review('ada', 'PENDING')]
  const { timelineItems } = toParts({ ...row, timelineItems: list(reviews) }, 'git')
  const { pullRequest } = map({ author: null }, {}, { timelineItems })
  expect(pullRequest.reviews.map(({ reviewer }) => reviewer)).toEqual(['codecov[bot]', 'ghost'])
  expect(pullRequest).toMatchObject({ reviewCount: 2, author: { name: 'ghost', login: 'ghost', email: null } })
})

test('a description keeps no addresses, no carriage returns and no more than GitHub allows', () => {
  const { pullRequest } = map({
    body: `Why\r\n\r\nSigned-off-by: Ada <ada@example.org>\r\n${'x'.repeat(bodyCharactersKept)}`,
  })
  expect(pullRequest.body).toMatch(/^Why\n\nSigned-off-by: Ada\nx/)
  expect(pullRequest.body).toHaveLength(bodyCharactersKept)
  expect(pullRequest.flags).toEqual(['body-truncated'])
})

test.each([
  ['the one whose account it is', { people: [person('G', 'g@x'), person('A', 'a@x', 'Ada')] }, 'a@x', ['G']],
  [
    'the one that was squashed',
    { people: [person('A', 'a@x'), person('G', 'g@x')], squashedFrom: person('A', 'a@x') },
    'a@x',
    ['G'],
  ],
  ['the only one', { people: [person('A', 'a@x'), person('A', 'a@x')] }, 'a@x', []],
  [
    'nobody, when there are several',
    { people: [person('A', 'a@x'), person('G', 'g@x'), person('Ada L.', 'l@x')] },
    null,
    ['A', 'G'],
  ],
])('the address of the author is that of %s; the others are co-authors', (_, more, email, coAuthors) => {
  const { pullRequest } = map({}, more)
  expect(pullRequest.author).toEqual({ name: 'Ada L.', email, login: 'ada' })
  expect(pullRequest.coAuthors.map(({ name }) => name)).toEqual(coAuthors)
})
