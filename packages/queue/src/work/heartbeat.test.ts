import { listWorkers, noteHeartbeat, sweepWorkers } from '@assay/db'
import { afterEach, expect, test } from '@jest/globals'
import { defineHandler } from '../handler.ts'
import { openQueueFixture, type QueueFixture } from '../testing/queue-fixture.ts'
import { work } from '../testing/toy-jobs.ts'

let fixture: QueueFixture
afterEach(() => fixture.close())

test('a worker is shown while it works, with the job it has, and is gone after it stopped', async () => {
  fixture = await openQueueFixture({ backend: 'postgres', contracts: [work] })
  const mayEnd = Promise.withResolvers<void>()
  const handler = defineHandler(work, async () => {
    await mayEnd.promise
    return { result: { by: 'test' } }
  })
  const host = await fixture.work([handler], { name: 'toys@here:1' })
  const id = await fixture.submit('work')
  await fixture.reaches(id, 'running')
  const running = await fixture.job(id)
  const [worker] = await listWorkers(fixture.db, 'acme')
  expect(worker).toMatchObject({ id: running.worker, pid: process.pid, queues: ['toys'], alive: true, otherJobs: 0 })
  expect(worker?.jobs).toMatchObject([{ id, kind: 'work' }])
  expect((await listWorkers(fixture.db, 'neighbour'))[0]).toMatchObject({ jobs: [], otherJobs: 1 })
  mayEnd.resolve()
  await host.stop({ graceMs: 2_000 })
  expect(await listWorkers(fixture.db, 'acme')).toEqual([])
})

test('a worker that died is shown as dead, and swept after a day', async () => {
  fixture = await openQueueFixture({ backend: 'postgres', contracts: [work] })
  const { db } = fixture
  const dead = { service: 'toys', version: '1', host: 'here', pid: 1, queues: ['toys'], concurrency: 1 }
  for (const id of ['yesterday', 'today']) await noteHeartbeat(db, { id, ...dead, startedAt: new Date() })
  await db.query(`UPDATE workers SET last_heartbeat_at = now() - interval '25 hours' WHERE id = 'yesterday'`)
  await db.query(`UPDATE workers SET last_heartbeat_at = now() - interval '16 seconds' WHERE id = 'today'`)
  expect((await listWorkers(db, 'acme')).map(({ alive }) => alive)).toEqual([false, false])
  await sweepWorkers(db)
  expect((await listWorkers(db, 'acme')).map(({ id }) => id)).toEqual(['today'])
})
