import { listJobs, listSchedules, putSchedule } from '@assay/db'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { trace } from '@opentelemetry/api'
import { openQueueFixture, type QueueFixture } from '../testing/queue-fixture.ts'
import { work } from '../testing/toy-jobs.ts'
import { nextRun } from './next-run.ts'
import { runDueSchedules } from './schedule-runner.ts'

let fixture: QueueFixture
beforeAll(async () => {
  fixture = await openQueueFixture({ backend: 'postgres', contracts: [work] })
})
afterAll(() => fixture.close())

const daily = (name: string, nextRunAt: Date, enabled = true) => ({
  id: crypto.randomUUID(),
  workspace: name,
  name,
  kind: 'work',
  payload: { name },
  priority: 2,
  cron: '0 6 * * *',
  timezone: 'Europe/Berlin',
  enabled,
  nextRunAt,
})
const run = (now: Date) => runDueSchedules({ ...fixture, tracer: trace.getTracer('test') }, now)
const jobsOf = (workspace: string) => listJobs(fixture.db, workspace, {}, { before: null, limit: 10 })

test('a due schedule submits one job, however often and by how many it is looked at', async () => {
  await putSchedule(fixture.db, daily('due', new Date('2026-01-01T05:00:00Z')))
  const now = new Date('2026-01-03T12:00:00Z')
  await Promise.all(Array.from({ length: 5 }, () => run(now)))
  expect(await jobsOf('due')).toMatchObject([{ kind: 'work', payload: { name: 'due' }, state: 'queued' }])
  const [schedule] = await listSchedules(fixture.db, 'due')
  // Six in the morning in Berlin is five in UTC in winter.
  expect(schedule?.nextRunAt).toEqual(new Date('2026-01-04T05:00:00Z'))
})

test('a schedule that is switched off, or not yet due, submits nothing', async () => {
  await putSchedule(fixture.db, daily('off', new Date('2026-01-01T05:00:00Z'), false))
  await putSchedule(fixture.db, daily('later', new Date('2999-01-01T05:00:00Z')))
  await run(new Date())
  expect(await jobsOf('off')).toEqual([])
  expect(await jobsOf('later')).toEqual([])
})

test('a schedule whose kind is no longer known holds up no other', async () => {
  const due = new Date('2026-01-01T05:00:00Z')
  await putSchedule(fixture.db, { ...daily('gone', due), kind: 'gone' })
  await putSchedule(fixture.db, daily('beside', new Date('2026-01-01T06:00:00Z')))
  await run(new Date('2026-01-03T12:00:00Z'))
  expect(await jobsOf('beside')).toHaveLength(1)
  expect(fixture.lines.join()).toContain('no such job kind')
})

test('the next run keeps to the clock of its zone when summer time begins', () => {
  // Central Europe skips from 02:00 to 03:00 on 29 March 2026.
  expect(nextRun('0 6 * * *', 'Europe/Berlin', new Date('2026-03-28T06:00:00Z'))).toEqual(
    new Date('2026-03-29T04:00:00Z'),
  )
})

test.each([
  ['99 6 * * *', 'UTC'],
  ['0 6 * * *', 'Mars/Olympus'],
  ['0 6 31 2 *', 'UTC'],
  ['* * * * * *', 'UTC'],
  ['2999-01-01T00:00:00', 'UTC'],
])('"%s" in %s is refused with a hint', (cron, zone) => {
  expect(() => nextRun(cron, zone, new Date())).toThrow(/no usable schedule.*Example/)
})
