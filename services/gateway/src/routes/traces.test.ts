import { insertSpans, type SpanRow } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

const TRACE = 'a'.repeat(32)
const OTHER_TRACE = 'b'.repeat(32)
const THEIR_TRACE = 'c'.repeat(32)

let gateway: Gateway
let parent: string
let child: string
let sibling: string

const span = (spanId: string, more: Partial<SpanRow> = {}): SpanRow => ({
  traceId: TRACE,
  spanId,
  parentSpanId: null,
  service: 'collector',
  name: spanId,
  kind: 'internal',
  startedAtNs: '1760000000000000000',
  durationNs: '1000000',
  status: 'unset',
  statusMessage: null,
  attributes: {},
  events: [],
  links: [],
  ...more,
})
const ofJob = (id: string, workspace = 'acme') => ({ 'messaging.message.id': id, 'assay.workspace': workspace })

beforeAll(async () => {
  gateway = await openGateway()
  parent = (await gateway.submit('/parent')).id
  child = (await gateway.submit('/child')).id
  sibling = (await gateway.submit('/sibling')).id
  await gateway.db.query('UPDATE jobs SET traceparent = $2 WHERE id = ANY($1::uuid[])', [
    [parent, child, sibling],
    `00-${TRACE}-${'d'.repeat(16)}-01`,
  ])
  await gateway.db.query(
    `UPDATE jobs SET parent_id = $1, root_id = $1, state = 'running', run_at = now() - interval '3 seconds',
            started_at = now() - interval '1 second', attempt = 1 WHERE id = $2`,
    [parent, child],
  )
  await insertSpans(gateway.db, [
    span('request', { service: 'gateway', name: 'POST /jobs' }),
    span('send parent', { parentSpanId: 'request', attributes: ofJob(parent), startedAtNs: '1760000000001000000' }),
    span('process parent', {
      parentSpanId: 'send parent',
      attributes: ofJob(parent),
      startedAtNs: '1760000000002000000',
    }),
    span('query', { parentSpanId: 'process parent', durationNs: '900000000', startedAtNs: '1760000000003000000' }),
    span('process child', {
      parentSpanId: 'process parent',
      attributes: { ...ofJob(child), 'assay.job.kind': 'score' },
      status: 'error',
      startedAtNs: '1760000000004000000',
    }),
    span('process sibling', {
      parentSpanId: 'request',
      attributes: ofJob(sibling),
      startedAtNs: '1760000000005000000',
    }),
    span('process alone', { traceId: OTHER_TRACE, attributes: ofJob(crypto.randomUUID()) }),
    span('process theirs', { traceId: THEIR_TRACE, attributes: ofJob(crypto.randomUUID(), 'neighbour') }),
  ])
})
afterAll(() => gateway.close())

test('the spans of a job are those of its whole tree, and of nothing beside it', async () => {
  const { body } = await gateway.call('GET', `/jobs/${parent}/spans`)
  const names = body.spans.map(({ name }: { name: string }) => name)
  expect(names).toEqual(['send parent', 'process parent', 'query', 'process child'])
  expect(body.truncated).toBe(false)
  expect(body.jobs).toMatchObject([
    { jobId: parent, parentId: null, kind: 'collect', state: 'queued', attempts: [], startedAt: null },
    {
      jobId: child,
      parentId: parent,
      state: 'running',
      attempts: [{ attempt: 1, outcome: 'running', finishedAt: null }],
    },
  ])
  expect(body.jobs[0].queueWaitMs).toBeGreaterThanOrEqual(0)
  expect(body.jobs[1].queueWaitMs).toBeCloseTo(2_000, -1)
  const ofChild = (await gateway.call('GET', `/jobs/${child}/spans`)).body
  expect(ofChild.spans.map(({ name }: { name: string }) => name)).toEqual(['process child'])
})

const found = async (query: Record<string, string>, key = gateway.keys.read) =>
  (await gateway.call('GET', `/traces?${new URLSearchParams(query)}`, { key })).body

test('traces come newest first in pages, each with how it went', async () => {
  const first = await found({ limit: '1' })
  expect(first.items).toMatchObject([{ traceId: OTHER_TRACE, spans: 1, errors: 0 }])
  const { items, nextCursor } = await found({ limit: '1', cursor: first.nextCursor })
  expect([items, nextCursor]).toEqual([
    [
      {
        traceId: TRACE,
        rootName: 'POST /jobs',
        service: 'gateway',
        startedAt: new Date(1_760_000_000_000).toISOString(),
        durationMs: 903,
        spans: 6,
        errors: 1,
        jobId: parent,
      },
    ],
    null,
  ])
})

test.each([
  [{ attribute: 'assay.job.kind', value: 'score' }, 1],
  [{ attribute: 'assay.job.kind', value: 'index' }, 0],
  [{ attribute: 'assay.job.kind' }, 1],
  [{ name: 'ALONE' }, 1],
  [{ name: 'a%e' }, 0],
  [{ service: 'gateway' }, 1],
  [{ minDurationMs: '900' }, 1],
  [{ minDurationMs: '901' }, 0],
  [{ errors: 'true' }, 1],
  [{ errors: 'true', service: 'gateway' }, 0],
] as [Record<string, string>, number][])('%o is fulfilled by a span of %i traces', async (query, traces) => {
  expect((await found(query)).items).toHaveLength(traces)
})

test('a value without an attribute is refused', async () => {
  expect((await gateway.call('GET', '/traces?value=x')).status).toBe(400)
})

test('a neighbour sees neither our spans nor our traces', async () => {
  expect((await gateway.call('GET', `/jobs/${parent}/spans`, { key: gateway.keys.neighbour })).status).toBe(404)
  const { items } = await found({}, gateway.keys.neighbour)
  expect(items.map(({ traceId }: { traceId: string }) => traceId)).toEqual([THEIR_TRACE])
})
