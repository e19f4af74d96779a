import { listJobs, trimDeliveries } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import {
  type Delivery,
  deliverTo,
  example,
  HELLO_WORLD,
  leavesIn,
  merged,
  type Payload,
  SECRET,
} from '../testing/webhook-fixture.ts'
import { collectRepository } from '../testing/work-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway({ webhookSecret: SECRET })
  await collectRepository(gateway.db, { workspace: 'acme', origin: HELLO_WORLD.toLowerCase() })
  await collectRepository(gateway.db, { workspace: 'neighbour', origin: `${HELLO_WORLD}.git` })
  await collectRepository(gateway.db, { workspace: 'neighbour', origin: 'https://github.com/Codertocat/Other' })
})
afterAll(() => gateway.close())

const deliver = (payload: object | string, delivery?: Delivery) => deliverTo(gateway, payload, delivery)
const leaves = (work: () => Promise<unknown>) => leavesIn(gateway, work)
const jobsOf = (workspace: string) => listJobs(gateway.db, workspace, {}, { before: null, limit: 1_000 })

test('a merged pull request is collected in every workspace that has its repository, as that calls it', async () => {
  const { status, body } = await deliver(merged())
  expect([status, body]).toEqual([202, { jobs: [expect.any(String), expect.any(String)] }])
  const [[ours], [theirs]] = await Promise.all([jobsOf('acme'), jobsOf('neighbour')])
  expect([ours?.id, theirs?.id].toSorted()).toEqual(body.jobs.toSorted())
  expect(ours).toMatchObject({ kind: 'collect', payload: { source: HELLO_WORLD.toLowerCase(), number: 2 } })
  expect(theirs).toMatchObject({ kind: 'collect', payload: { source: `${HELLO_WORLD}.git`, number: 2 } })
})

test.each([
  ['pull_request', 'labeled'],
  ['pull_request', 'unlabeled'],
  ['pull_request_review', 'submitted'],
  ['pull_request_review', 'dismissed'],
])('%s %s of a merged pull request collects it again', async (event, action) => {
  expect((await deliver(example(event, action), { event })).body.jobs).toHaveLength(2)
})

test('an edited merged pull request is collected again', async () => {
  expect((await deliver({ ...merged(), action: 'edited' })).body.jobs).toHaveLength(2)
})

test.each<[string, string, () => Payload, RegExp]>([
  [
    'a pull request closed unmerged',
    'pull_request',
    () => example('pull_request', 'closed', { merged: false }),
    /not merged/,
  ],
  ['a label on an open one', 'pull_request', () => example('pull_request', 'labeled', { merged: false }), /not merged/],
  ['an action that changes nothing stored', 'pull_request', () => example('pull_request', 'locked'), /changes nothing/],
  ['another event', 'push', () => example('push'), /event push/],
  ['a renamed repository', 'repository', () => example('repository', 'renamed'), /next collection/],
  ['a transferred repository', 'repository', () => example('repository', 'transferred'), /next collection/],
  ['a repository made private', 'repository', () => example('repository', 'privatized'), /stays/],
  [
    'a deleted repository',
    'repository',
    () => ({ ...example('repository', 'privatized'), action: 'deleted' }),
    /stays/,
  ],
  [
    'a repository that nobody collected',
    'pull_request',
    () => ({ ...merged(), repository: { html_url: 'https://github.com/Codertocat/Hello' } }),
    /no workspace/,
  ],
  [
    'one of the same name on another server',
    'pull_request',
    () => ({ ...merged(), repository: { html_url: 'https://github.example.org/Codertocat/Hello-World' } }),
    /no workspace/,
  ],
])('%s leaves nothing behind and says why', async (_what, event, payload, reason) => {
  let answer: unknown
  const left = await leaves(async () => {
    const { status, body } = await deliver(payload(), { event })
    answer = [status, body]
  })
  expect(answer).toEqual([202, { ignored: expect.stringMatching(reason) }])
  expect(left).toEqual({ jobs: 0, deliveries: 0 })
})

test('a repository on a GitHub of its own is found by that host', async () => {
  const origin = 'https://github.example.org/team/tool.git'
  await collectRepository(gateway.db, { workspace: 'enterprise', origin })
  await deliver({ ...merged(), repository: { html_url: 'https://github.example.org/Team/Tool' } })
  expect(await jobsOf('enterprise')).toMatchObject([{ payload: { source: origin, number: 2 } }])
})

test('one that was stored under two spellings is collected once', async () => {
  const origin = 'https://github.com/twice/told'
  await collectRepository(gateway.db, { workspace: 'twice', origin })
  await collectRepository(gateway.db, { workspace: 'twice', origin: `${origin}.git` })
  const { body } = await deliver({ ...merged(), repository: { html_url: origin } })
  expect(body.jobs).toHaveLength(1)
  expect(await jobsOf('twice')).toMatchObject([{ payload: { source: origin } }])
})

test('a ping is answered', async () => {
  expect(await deliver(example('ping'), { event: 'ping' })).toMatchObject({ status: 200, body: { pong: true } })
})

test('a delivery sent again makes no second job', async () => {
  const id = crypto.randomUUID()
  await deliver(merged(), { id })
  const left = await leaves(async () => {
    expect(await deliver(merged(), { id })).toMatchObject({ status: 200, body: { duplicate: true } })
  })
  expect(left).toEqual({ jobs: 0, deliveries: 0 })
})

test('of ten copies at once one is taken', async () => {
  const id = crypto.randomUUID()
  let answers: Awaited<ReturnType<typeof deliver>>[] = []
  const left = await leaves(async () => {
    answers = await Promise.all(Array.from({ length: 10 }, () => deliver(merged(), { id })))
  })
  expect(left).toEqual({ jobs: 2, deliveries: 1 })
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 202])
  expect(answers.filter(({ body }) => body.duplicate)).toHaveLength(9)
})

test('a delivery whose note was lost, but not its jobs, makes no second job', async () => {
  const id = crypto.randomUUID()
  await deliver(merged(), { id })
  await gateway.db.query('DELETE FROM webhook_deliveries WHERE id = $1', [id])
  const left = await leaves(async () => {
    expect((await deliver(merged(), { id })).body).toEqual({ duplicate: true })
  })
  expect(left).toEqual({ jobs: 0, deliveries: 1 })
})

test('when the jobs cannot be stored, the delivery is not noted either, and works when it is sent again', async () => {
  const id = crypto.randomUUID()
  await gateway.db.query("ALTER TABLE jobs ADD CONSTRAINT no_jobs CHECK (workspace <> 'neighbour') NOT VALID")
  const left = await leaves(async () => {
    expect((await deliver(merged(), { id })).status).toBe(500)
  })
  await gateway.db.query('ALTER TABLE jobs DROP CONSTRAINT no_jobs')
  expect(left).toEqual({ jobs: 0, deliveries: 0 })
  expect((await deliver(merged(), { id })).body.jobs).toHaveLength(2)
})

test('deliveries are forgotten after a month, and their jobs are not made again even then', async () => {
  const [old, recent] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const id of [old, recent]) await deliver(merged(), { id })
  await gateway.db.query("UPDATE webhook_deliveries SET received_at = now() - interval '31 days' WHERE id = $1", [old])
  await trimDeliveries(gateway.db)
  const kept = await gateway.db.query<{ id: string }>('SELECT id FROM webhook_deliveries')
  expect([kept.some(({ id }) => id === old), kept.some(({ id }) => id === recent)]).toEqual([false, true])
  expect((await deliver(merged(), { id: old })).body).toEqual({ duplicate: true })
})
