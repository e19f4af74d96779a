import { markVanished, storePullRequests, storeScores } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

let gateway: Gateway
let repositoryId: string
beforeAll(async () => {
  gateway = await openGateway()
  const { db } = gateway
  const repository = await collectRepository(db)
  repositoryId = repository.id
  const ids = await storePullRequests(
    db,
    repository,
    Array.from({ length: 25 }, (_, n) => pullRequest(n + 1)),
  )
  const scores = ids.slice(0, 20).map((pullRequestId, n) => ({
    pullRequestId,
    kind: n % 2 ? 'fix' : 'feature',
    kindProbability: 1,
    kindEvidence: 'title',
    low: 0,
    high: 100,
    effort: { status: 'estimated', hours: 2 },
    claims: [claim],
    links: [],
    shape: null,
    // Ties, so that the order needs the id.
    score: Math.floor(n / 4),
    breakdown: [{ reason: 'kind', contribution: 1, evidence: 'title' }],
  }))
  await storeScores(db, { workspace: 'acme', method: 'test@1', scores })
  await repository.finish({ expected: 25, head: 'abc' })
})
afterAll(() => gateway.close())

const claim = {
  field: 'title',
  start: 0,
  end: 12,
  text: '30 % faster!',
  metric: 'speed',
  effect: 'improvement',
  value: 30,
  unit: '%',
  baseline: null,
  after: { value: 2, unit: 's' },
  modality: 'done',
}

const pullRequest = (number: number) =>
  collectedPullRequest(number, {
    title: `Change ${number} of 100%_sure`,
    body: 'NUL\0 and half a pair \ud800 survive',
    author: person(number % 5 ? 'Ada' : 'Grace'),
    coAuthors: [person('Joan')],
    mergedAt: new Date(Date.UTC(2026, 0, 1 + (number % 7))).toISOString(),
    additions: number % 3,
    files: [{ path: 'a.ts', additions: 1, deletions: 1 }],
    commitCount: 3,
    commits: [{ sha: 'c1', title: 'One step', author: person('Ada'), authoredAt: '2026-01-01T00:00:00.000Z' }],
    labels: ['bug'],
    reviewCount: 1,
    reviews: [{ reviewer: 'grace', state: 'approved', submittedAt: null }],
    linkedIssues: ['#7'],
  })

type Listed = {
  id: string
  number: number
  score: number | null
  mergedAt: string
  additions: number
  deletions: number
}

async function all(query: string): Promise<Listed[]> {
  const items: Listed[] = []
  let cursor: string | null = null
  do {
    const { body } = await gateway.call('GET', `/pull-requests?limit=4&${query}${cursor ? `&cursor=${cursor}` : ''}`)
    items.push(...body.items)
    cursor = body.nextCursor
  } while (cursor)
  return items
}

test.each<[string, (item: Listed) => number]>([
  ['value', ({ score }) => score ?? -1],
  ['merged_at', ({ mergedAt }) => Date.parse(mergedAt)],
  ['size', ({ additions, deletions }) => additions + deletions],
])('pages sorted by %s hold every pull request once, the greatest first', async (sort, key) => {
  const items = await all(`sort=${sort}`)
  expect(new Set(items.map(({ id }) => id)).size).toBe(25)
  expect(items).toHaveLength(25)
  const keys = items.map(key)
  expect(keys).toEqual(keys.toSorted((a, b) => b - a))
})

test('a cursor is good for the order it came from only', async () => {
  const { body } = await gateway.call('GET', '/pull-requests?limit=4&sort=merged_at')
  for (const cursor of [body.nextCursor, Buffer.from('{"sort":"size","value":"x"}').toString('base64url')]) {
    const refused = await gateway.call('GET', `/pull-requests?sort=size&cursor=${cursor}`)
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ field: 'cursor' }]])
  }
})

test('filters keep what they say, and signs in a search are only signs', async () => {
  expect(await all('author=Grace')).toHaveLength(5)
  expect(await all('kind=fix')).toHaveLength(10)
  expect(await all(`q=${encodeURIComponent('100%_sure')}`)).toHaveLength(25)
  expect(await all(`q=${encodeURIComponent('100_%sure')}`)).toHaveLength(0)
  expect(await all(`repository=${repositoryId}&from=2026-01-07T00:00:00Z`)).toHaveLength(3)
})

test('a pull request tells what it is made of and why it has its score', async () => {
  const [first] = await all('sort=value')
  const { body } = await gateway.call('GET', `/pull-requests/${first?.id}`)
  expect(body).toMatchObject({
    repository: 'demo',
    body: 'NUL\uFFFD and half a pair \uFFFD survive',
    authorLogin: expect.any(String),
    coAuthors: [{ name: 'Joan', login: 'joan' }],
    files: [{ path: 'a.ts' }],
    commitCount: 3,
    commits: [{ sha: 'c1', title: 'One step', author: { name: 'Ada', login: 'ada' } }],
    labels: ['bug'],
    reviewCount: 1,
    reviews: [{ reviewer: 'grace', state: 'approved', submittedAt: null }],
    linkedIssues: ['#7'],
    vanished: false,
    value: {
      method: 'test@1',
      kindProbability: 1,
      effort: { hours: 2 },
      claims: [claim],
      breakdown: [{ reason: 'kind' }],
    },
  })
})

test('no answer tells an address or its hash', async () => {
  const [first] = await all('sort=value')
  const [row] = await gateway.db.query<{ hash: string }>('SELECT author_email_hash AS hash FROM pull_requests LIMIT 1')
  for (const path of ['/pull-requests', `/pull-requests/${first?.id}`, `/repositories/${repositoryId}/completeness`]) {
    const answer = JSON.stringify((await gateway.call('GET', path)).body)
    expect(answer).not.toMatch(/hash|@example\.org/i)
    expect(answer).not.toContain(row?.hash)
  }
})

test('a change unit has no number', async () => {
  const repository = await collectRepository(gateway.db, { workspace: 'units' })
  await storePullRequests(gateway.db, repository, [{ ...pullRequest(1), number: null, how: 'commit' }])
  const key = await gateway.keyFor('units', ['read'])
  expect((await gateway.call('GET', '/pull-requests', { key })).body.items).toMatchObject([
    { number: null, how: 'commit', vanished: false },
  ])
})

test('what vanished from its source is still shown to who knows its id, and says so', async () => {
  const repository = await collectRepository(gateway.db, { workspace: 'rewritten' })
  const [id] = await storePullRequests(gateway.db, repository, [pullRequest(1)])
  await markVanished(gateway.db, repository.id, { numbers: [], changeUnits: [] })
  const key = await gateway.keyFor('rewritten', ['read'])
  expect((await gateway.call('GET', `/pull-requests/${id}`, { key })).body.vanished).toBe(true)
  expect((await gateway.call('GET', `/repositories/${repository.id}/completeness`, { key })).body).toMatchObject({
    stored: 0,
    vanished: 1,
  })
})

test('a repository tells what it is, how much was found and whether that is all', async () => {
  const { body } = await gateway.call('GET', '/repositories')
  expect(body.items).toMatchObject([
    {
      name: 'demo',
      sourceKind: 'github',
      visibility: 'public',
      license: 'MIT',
      pullRequestCount: 25,
      expectedPullRequests: 25,
      completeness: 'complete',
      head: 'abc',
    },
  ])
  expect((await gateway.call('GET', `/repositories/${repositoryId}`, { key: gateway.keys.neighbour })).status).toBe(404)
})
