import { expect, test } from '@jest/globals'
import { ledgerSpans } from './ledger-spans.ts'
import { sampleSpan } from './testing/sample-span.ts'

const NOW = 1_760_000_010_000
const at = (ms: number) => new Date(NOW - ms).toISOString()
const job = { jobId: 'j', kind: 'score', state: 'succeeded', queueWaitMs: 5, attempts: [] }
const ofJob = (more = {}) => ({ 'messaging.message.id': 'j', ...more })
const send = sampleSpan('s', [0, 1], { name: 'send scorer', attributes: ofJob() })

test('a job that waits has a bar up to now, below what submitted it', () => {
  const [wait] = ledgerSpans([{ ...job, state: 'queued', queueWaitMs: 4_000 }], [send], NOW)
  expect(wait).toMatchObject({
    parentSpanId: 's',
    name: 'wait for a worker: score',
    startedAtNs: `${NOW - 4_000}000000`,
    durationNs: '4000000000',
  })
})

test('an attempt whose worker died left no span, and is marked as failed', () => {
  const crashed = { attempt: 1, startedAt: at(3_000), finishedAt: at(1_000), outcome: 'crashed' }
  const [lost] = ledgerSpans([{ ...job, attempts: [crashed] }], [send], NOW)
  expect(lost).toMatchObject({ name: 'attempt 1 of score: crashed', status: 'error', durationNs: '2000000000' })
})

test('an attempt that a span tells of is not told twice', () => {
  const attempt = { attempt: 1, startedAt: at(3_000), finishedAt: at(1_000), outcome: 'succeeded' }
  const span = sampleSpan('p', [0, 1], { name: 'process scorer', attributes: ofJob({ 'assay.job.attempt': 1 }) })
  expect(ledgerSpans([{ ...job, attempts: [attempt] }], [send, span], NOW)).toEqual([])
})

test('an attempt that runs goes on until now', () => {
  const running = { attempt: 2, startedAt: at(3_000), finishedAt: null, outcome: 'running' }
  const [bar] = ledgerSpans([{ ...job, state: 'running', attempts: [running] }], [], NOW)
  expect(bar).toMatchObject({ parentSpanId: null, status: 'unset', durationNs: '3000000000' })
})
