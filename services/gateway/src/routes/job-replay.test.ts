import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const collect = (source: string, replayOf?: string) => ({ kind: 'collect', payload: { source }, replayOf })

test('a job with other input says which one it replays, and that one stays as it was', async () => {
  const { id } = await gateway.submit('/typo')
  const { status, body } = await gateway.call('POST', '/jobs', { body: collect('/mended', id) })
  expect([status, body]).toMatchObject([202, { replayOf: id, payload: { source: '/mended' }, parentId: null }])
  expect((await gateway.call('GET', `/jobs/${id}`)).body).toMatchObject({
    replayOf: null,
    payload: { source: '/typo' },
  })
})

test("what is nobody's job, or a neighbour's, cannot be replayed", async () => {
  const theirs = (await gateway.submit('/theirs', gateway.keys.neighbour)).id
  for (const replayOf of [crypto.randomUUID(), theirs]) {
    const stored = await gateway.storedJobs()
    expect((await gateway.call('POST', '/jobs', { body: collect('/x', replayOf) })).status).toBe(404)
    expect((await gateway.call('POST', '/jobs/batch', { body: { jobs: [collect('/x', replayOf)] } })).status).toBe(404)
    expect(await gateway.storedJobs()).toBe(stored)
  }
})

test('a replay and a submission with the same key are two requests', async () => {
  const { id } = await gateway.submit('/first')
  const headers = { 'idempotency-key': crypto.randomUUID() }
  expect((await gateway.call('POST', '/jobs', { body: collect('/x', id), headers })).status).toBe(202)
  expect((await gateway.call('POST', '/jobs', { body: collect('/x', id), headers })).status).toBe(200)
  expect((await gateway.call('POST', '/jobs', { body: collect('/x'), headers })).status).toBe(422)
})

test('an error tells what to do about it, on the page of its job and for a group of dead letters', async () => {
  const { id } = await gateway.submit('/broken')
  await gateway.db.query(
    `UPDATE jobs SET state = 'failed', finished_at = now(), fingerprint = 'f',
            error = '{"code": "SOURCE_NOT_FOUND", "message": "Nothing is there", "retryable": false}' WHERE id = $1`,
    [id],
  )
  const advice = expect.stringContaining('a source that can be read')
  expect((await gateway.call('GET', `/jobs/${id}`)).body.error).toMatchObject({ code: 'SOURCE_NOT_FOUND', advice })
  expect((await gateway.call('GET', '/dead-letters')).body.items).toMatchObject([{ sampleJobId: id, advice }])
})
