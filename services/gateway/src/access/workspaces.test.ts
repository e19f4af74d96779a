import { insertSpans, type SpanRow, storePullRequests } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'
import { collectedPullRequest, collectRepository } from '../testing/work-fixture.ts'

const OURS = 'a'.repeat(32)
const SHARED = 'b'.repeat(32)

let gateway: Gateway
let paths: string[]
beforeAll(async () => {
  gateway = await openGateway()
  const { db } = gateway
  const repository = await collectRepository(db)
  const [pullRequestId] = await storePullRequests(db, repository, [collectedPullRequest(1)])
  await insertSpans(db, [span(OURS, 'acme'), span(SHARED, 'acme'), span(SHARED, 'neighbour')])
  paths = [
    `/repositories/${repository.id}`,
    `/repositories/${repository.id}/completeness`,
    `/pull-requests/${pullRequestId}`,
    `/traces/${OURS}`,
  ]
})
afterAll(() => gateway.close())

const span = (traceId: string, workspace: string): SpanRow => ({
  traceId,
  spanId: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
  parentSpanId: null,
  service: 'gateway',
  name: 'send collector',
  kind: 'producer',
  startedAtNs: '1',
  durationNs: '1',
  status: 'unset',
  statusMessage: null,
  attributes: { 'assay.workspace': workspace },
  events: [],
  links: [],
})

test("collected work and traces are their workspace's own", async () => {
  for (const path of paths) {
    const own = await gateway.call('GET', path, { key: gateway.keys.read })
    const foreign = await gateway.call('GET', path, { key: gateway.keys.neighbour })
    expect([path, own.status, foreign.status, foreign.body.code]).toEqual([path, 200, 404, 'NOT_FOUND'])
  }
})

test('lists hold nothing of another workspace, also when asked for its repository by id', async () => {
  const repositoryId = paths[0]?.split('/').at(-1)
  for (const path of ['/repositories', '/pull-requests', `/pull-requests?repository=${repositoryId}`]) {
    expect((await gateway.call('GET', path, { key: gateway.keys.read })).body.items).toHaveLength(1)
    expect((await gateway.call('GET', path, { key: gateway.keys.neighbour })).body.items).toEqual([])
  }
})

test('a trace that touches two workspaces is shown to neither', async () => {
  for (const key of [gateway.keys.admin, gateway.keys.neighbour]) {
    expect((await gateway.call('GET', `/traces/${SHARED}`, { key })).status).toBe(404)
  }
})
