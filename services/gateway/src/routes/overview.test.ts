import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { storeAssessed } from '../testing/assessed-work.ts'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const overview = async (key?: string) => (await gateway.call('GET', '/overview', key ? { key } : {})).body

test('a workspace in which nothing has happened says so without inventing a rate', async () => {
  const body = await overview(gateway.keys.neighbour)
  expect(body).toMatchObject({ succeeded: 0, failed: 0, successRate: null, oldestWaitSeconds: 0 })
  expect(body).toMatchObject({ workers: { alive: 0, busy: 0 }, collections: [], achievements: [] })
  expect(body.jobsPerMinute).toHaveLength(60)
  expect(body.queues.map(({ name }: { name: string }) => name)).toContain('collector')
})

test('jobs of the last hour are counted by the minute in which they ended', async () => {
  const ids = await Promise.all(['/a', '/b', '/c', '/d', '/e'].map(async (source) => (await gateway.submit(source)).id))
  const end = (id: string, state: string, ago: string) =>
    gateway.db.query(`UPDATE jobs SET state = $2, finished_at = now() - $3::interval WHERE id = $1`, [id, state, ago])
  await end(ids[0], 'succeeded', '0 minutes')
  await end(ids[1], 'succeeded', '30 minutes')
  await end(ids[2], 'failed', '30 minutes')
  await end(ids[3], 'succeeded', '2 hours')
  await gateway.db.query(`UPDATE jobs SET run_at = now() - interval '90 seconds' WHERE id = $1`, [ids[4]])
  const body = await overview()
  expect(body).toMatchObject({ succeeded: 2, failed: 1, successRate: 2 / 3 })
  expect(body.jobsPerMinute).toHaveLength(60)
  const minutes: { minute: string; succeeded: number; failed: number }[] = body.jobsPerMinute
  expect(minutes.filter(({ succeeded, failed }) => succeeded + failed > 0)).toMatchObject([
    { succeeded: 1, failed: 1 },
    { succeeded: 1, failed: 0 },
  ])
  expect(minutes.map(({ minute }) => minute)).toEqual(minutes.map(({ minute }) => minute).toSorted())
  expect(body.oldestWaitSeconds).toBeGreaterThan(89)
  expect(await overview(gateway.keys.neighbour)).toMatchObject({ succeeded: 0, failed: 0, oldestWaitSeconds: 0 })
})

test('the newest collections and the best work of their last 90 days are shown, and only ours', async () => {
  const repository = await collectRepository(gateway.db)
  await storeAssessed(gateway.db, repository, [
    collectedPullRequest(1, { mergedAt: '2020-01-01T00:00:00.000Z', title: 'Add a whole new engine', additions: 900 }),
    collectedPullRequest(2, { mergedAt: '2020-06-01T00:00:00.000Z', title: 'Fix typo' }),
    collectedPullRequest(3, { mergedAt: '2020-06-20T00:00:00.000Z', title: 'Add export of reports', additions: 400 }),
  ])
  await repository.finish({ expected: 3, head: 'abc' })
  const body = await overview()
  expect(body.collections).toMatchObject([
    { repositoryId: repository.id, name: 'demo', expected: 3, jobId: repository.run.jobId },
  ])
  const achievements: { number: number; significance: number }[] = body.achievements
  expect(achievements.map(({ number }) => number).toSorted()).toEqual([2, 3])
  expect(achievements[0]?.significance).toBeGreaterThanOrEqual(achievements[1]?.significance ?? 101)
  expect(await overview(gateway.keys.neighbour)).toMatchObject({ collections: [], achievements: [] })
})
