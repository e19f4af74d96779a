import { NonRetryable } from '@assay/contracts'
import { listJobs, putSchedule } from '@assay/db'
import { type StoredSpan, startTelemetry } from '@assay/runtime'
import { waitFor } from '@assay/testkit'
import { afterAll, expect, test } from '@jest/globals'
import { uuidv7 } from 'uuidv7'
import { defineHandler } from './handler.ts'
import { runDueSchedules } from './relay/schedule-runner.ts'
import { openQueueFixture } from './testing/queue-fixture.ts'
import { work } from './testing/toy-jobs.ts'

const spans: StoredSpan[] = []
const telemetry = startTelemetry({ service: 'queue-test', tracesPerSecond: 1_000 })
telemetry.keepSpans(async (finished) => {
  spans.push(...finished)
})
afterAll(() => telemetry.shutdown())

test('one trace holds a job with its waits, its failed attempt and what it spawned', async () => {
  const fixture = await openQueueFixture({ backend: 'postgres', contracts: [work], tracer: telemetry.tracer })
  try {
    let attempts = 0
    await fixture.work([
      defineHandler(work, async ({ name }, { commit }) => {
        if (name === 'child') return { result: { by: name } }
        attempts += 1
        if (attempts === 1) throw new Error('not yet')
        await commit((tx) => tx.spawn(work, { name: 'child' }))
        return { result: { by: name } }
      }),
    ])
    const id = await fixture.submit('work', { name: 'parent' })
    await fixture.reaches(id, 'succeeded')
    await waitFor(() => spans.filter(({ name }) => name === 'process toys').length === 3, { describe: 'all spans' })

    const traceId = (await fixture.job(id)).traceparent?.split('-')[1]
    const ours = spans.filter((span) => span.traceId === traceId)
    const sends = ours.filter(({ name }) => name === 'send toys')
    const attemptsOf = (messageId: string) =>
      ours.filter(({ name, attributes }) => name === 'process toys' && attributes['messaging.message.id'] === messageId)
    expect(sends).toHaveLength(2)
    expect(attemptsOf(id)).toMatchObject([
      {
        kind: 'consumer',
        status: 'error',
        statusMessage: 'not yet',
        attributes: { 'error.type': 'Error', 'assay.job.attempt': 1, 'messaging.destination.name': 'toys' },
        events: [{ name: 'exception' }],
      },
      { status: 'unset', attributes: { 'assay.job.attempt': 2 } },
    ])
    expect(ours.filter(({ name }) => name === 'wait toys')).toHaveLength(3)
    // The child was sent from within the second attempt.
    expect(sends.map(({ parentSpanId }) => parentSpanId)).toContain(attemptsOf(id)[1]?.spanId)
  } finally {
    await fixture.close()
  }
})

test('a failure says its code in the span, so that alike failures are found', async () => {
  const fixture = await openQueueFixture({ backend: 'postgres', contracts: [work], tracer: telemetry.tracer })
  try {
    await fixture.work([defineHandler(work, async () => Promise.reject(new NonRetryable('gone')))])
    await fixture.reaches(await fixture.submit('work'), 'failed')
    const failed = () => spans.find(({ statusMessage }) => statusMessage === 'gone')
    await waitFor(() => failed() !== undefined, { describe: 'the span' })
    expect(failed()?.attributes['error.type']).toBe('NON_RETRYABLE')
  } finally {
    await fixture.close()
  }
})

test('the job of a schedule begins a trace, as one that somebody submitted does', async () => {
  const fixture = await openQueueFixture({ backend: 'postgres', contracts: [work], tracer: telemetry.tracer })
  try {
    const schedule = { kind: 'work', payload: { name: 'daily' }, priority: 2, cron: '0 6 * * *', enabled: true }
    const due = { ...schedule, id: uuidv7(), workspace: 'acme', name: 'daily', nextRunAt: new Date(0) }
    await putSchedule(fixture.db, due)
    await runDueSchedules({ ...fixture, tracer: telemetry.tracer }, new Date())
    const [job] = await listJobs(fixture.db, 'acme', {}, { before: null, limit: 1 })
    expect(job?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  } finally {
    await fixture.close()
  }
})
