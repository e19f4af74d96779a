import { noteHeartbeat } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Gateway, openGateway } from '../testing/gateway-fixture.ts'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())

const shown = async (id: string) => (await gateway.call('GET', `/jobs/${id}`)).body
const job = async (change = '') => {
  const { id } = await gateway.submit()
  if (change) await gateway.db.query(`UPDATE jobs SET ${change} WHERE id = $1`, [id])
  return id
}

test('without a worker a job says so, and how many are ahead of it', async () => {
  await job()
  await job(`priority = 0, enqueued_at = NULL`)
  await job(`priority = 3`)
  const { waiting, waitingReason } = await shown(await job())
  expect(waitingReason).toEqual({
    reason: 'no-worker',
    queue: 'collector',
    ahead: 2,
    advice: expect.stringContaining('Start a worker'),
  })
  expect(waiting).toContain('collector')
})

test('with busy workers a job tells how many they are, with free ones that it is taken soon', async () => {
  const worker = { service: 'collector', version: '1', host: 'here', pid: 1, queues: ['collector'], concurrency: 1 }
  await noteHeartbeat(gateway.db, { id: 'one', ...worker, startedAt: new Date() })
  const id = await job()
  expect((await shown(id)).waitingReason).toMatchObject({ reason: 'next' })
  const running = await job(`state = 'running', started_at = now(), lease_expires_at = now() + interval '1 hour'`)
  expect((await shown(id)).waitingReason).toMatchObject({ reason: 'busy', workers: 1, slots: 1, running: 1 })
  expect(await shown(running)).toMatchObject({ waiting: null, waitingReason: null })
})

test('a paused queue is told before all else', async () => {
  await gateway.call('POST', '/queues/collector/pause')
  expect((await shown(await job())).waitingReason).toMatchObject({
    reason: 'paused',
    advice: expect.stringContaining('/queues/collector/resume'),
  })
  await gateway.call('POST', '/queues/collector/resume')
})

test('a job for later, one to be tried again, and one that its source holds back tell until when', async () => {
  const later = `run_at = '2999-01-01T00:00:00Z'`
  const until = '2999-01-01T00:00:00.000Z'
  const failed = (code: string) => `state = 'retrying', ${later}, attempt = 1, error = '{"code": "${code}",
    "message": "GitHub asks to wait.", "retryable": true}'`
  expect((await shown(await job(`state = 'scheduled', ${later}`))).waitingReason).toMatchObject({
    reason: 'scheduled',
    until,
  })
  expect((await shown(await job(failed('UNEXPECTED')))).waitingReason).toMatchObject({
    reason: 'retry',
    until,
    attempt: 1,
  })
  expect((await shown(await job(failed('RATE_LIMITED')))).waitingReason).toMatchObject({
    reason: 'rate-limit',
    until,
    message: 'GitHub asks to wait.',
  })
})
