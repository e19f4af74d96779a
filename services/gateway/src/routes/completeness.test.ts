import { type NewCollectionGap, recordCollectedPage, storePullRequests } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository, person } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const commit = { sha: 'c1', title: 'One step', author: person('Ada'), authoredAt: '2026-01-01T00:00:00.000Z' }
const missingReviews = (number: number): NewCollectionGap => ({
  connection: 'reviews',
  number,
  sha: null,
  expected: 4,
  found: 1,
  reason: 'not-permitted',
  message: 'The token may not read reviews.',
})
const ask = async (id: string) => (await gateway.call('GET', `/repositories/${id}/completeness`)).body

test('what the source has stands against what is stored, for each part of a pull request', async () => {
  const repository = await collectRepository(gateway.db)
  const pullRequest = collectedPullRequest(1, {
    changedFiles: 3,
    files: [{ path: 'a.ts', additions: 1, deletions: 0 }],
    commitCount: 2,
    commits: [commit],
    labels: ['bug', 'api'],
    reviewCount: 4,
    reviews: [{ reviewer: 'grace', state: 'approved', submittedAt: null }],
    linkedIssues: ['#7'],
    patchId: 'p1',
  })
  await storePullRequests(gateway.db, repository, [pullRequest])
  await recordCollectedPage(gateway.db, repository.run, {
    collected: [pullRequest],
    changed: 1,
    gaps: [missingReviews(1)],
  })
  await repository.finish({ expected: 2, head: 'abc' })

  expect(await ask(repository.id)).toEqual({
    repositoryId: repository.id,
    repository: 'demo',
    completeness: 'partial',
    expected: 2,
    stored: 1,
    missing: 1,
    connections: [
      { connection: 'pull-requests', expected: 2, stored: 1, missing: 1 },
      { connection: 'files', expected: 3, stored: 1, missing: 2 },
      { connection: 'commits', expected: 2, stored: 1, missing: 1 },
      { connection: 'reviews', expected: 4, stored: 1, missing: 3 },
      { connection: 'labels', expected: null, stored: 2, missing: null },
      { connection: 'linked-issues', expected: null, stored: 1, missing: null },
      { connection: 'patch-ids', expected: null, stored: 1, missing: null },
    ],
    gaps: {
      total: 2,
      items: [
        expect.objectContaining({ connection: 'pull-requests', number: null, expected: 2, found: 1 }),
        { ...missingReviews(1), seenAt: expect.stringMatching(/^20.*Z$/) },
      ],
    },
    runs: [
      {
        jobId: repository.run.jobId,
        startedAt: expect.any(String),
        finishedAt: expect.any(String),
        whole: true,
        rewritten: false,
        expected: 2,
        found: 1,
        changed: 1,
        head: 'abc',
        completeness: 'partial',
      },
    ],
    vanished: 0,
  })
})

test('while nobody knows how much there is, nothing is said to be missing', async () => {
  const { id } = await collectRepository(gateway.db, { name: 'young' })
  expect(await ask(id)).toMatchObject({
    completeness: 'collecting',
    expected: null,
    stored: 0,
    missing: null,
    runs: [{ finishedAt: null, expected: null }],
  })
})

test('of many gaps all are counted and the first are shown', async () => {
  const repository = await collectRepository(gateway.db, { name: 'holey' })
  const gaps = Array.from({ length: 620 }, (_, at) => missingReviews(at + 1))
  await recordCollectedPage(gateway.db, repository.run, { collected: [], changed: 0, gaps })
  const { total, items } = (await ask(repository.id)).gaps
  expect([total, items.length, items[0].number, items.at(-1).number]).toEqual([620, 500, 1, 500])
})
