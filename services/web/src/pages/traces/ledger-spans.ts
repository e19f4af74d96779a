import type { TracedSpan } from './span-tree.ts'

type TracedJob = {
  jobId: string
  kind: string
  state: string
  queueWaitMs: number | null
  attempts: readonly { attempt: number; startedAt: string; finishedAt: string | null; outcome: string }[]
}

const JOB = 'messaging.message.id'
const ATTEMPT = 'assay.job.attempt'
const NS_PER_MS = 1_000_000n

/**
 * What the ledger knows of jobs and no span tells: the wait that is not over, the attempt that runs, and the attempt
 * whose worker died before it could send a span. They stand below the span that submitted the job.
 */
export function ledgerSpans(jobs: readonly TracedJob[], spans: readonly TracedSpan[], nowMs: number): TracedSpan[] {
  const told = new Set(spans.filter(isAttempt).map(({ attributes }) => `${attributes[JOB]} ${attributes[ATTEMPT]}`))
  const senders = new Map(
    spans.filter(({ name }) => name.startsWith('send ')).map(({ attributes, spanId }) => [attributes[JOB], spanId]),
  )
  return jobs.flatMap((job) => {
    const parentSpanId = senders.get(job.jobId) ?? null
    const waiting =
      job.state === 'queued' && job.queueWaitMs !== null
        ? [
            fromLedger(job, 'waiting', {
              name: `wait for a worker: ${job.kind}`,
              parentSpanId,
              startMs: nowMs - job.queueWaitMs,
              endMs: nowMs,
            }),
          ]
        : []
    const lost = job.attempts
      .filter(({ attempt }) => !told.has(`${job.jobId} ${attempt}`))
      .map(({ attempt, startedAt, finishedAt, outcome }) => {
        const startMs = Date.parse(startedAt)
        const endMs = Math.max(startMs, finishedAt ? Date.parse(finishedAt) : nowMs)
        const name = `attempt ${attempt} of ${job.kind}: ${outcome}`
        const status = outcome === 'succeeded' || outcome === 'running' ? 'unset' : 'error'
        return { ...fromLedger(job, `attempt-${attempt}`, { name, parentSpanId, startMs, endMs }), status }
      })
    return [...waiting, ...lost]
  })
}

const isAttempt = ({ name, attributes }: TracedSpan) => name.startsWith('process ') && ATTEMPT in attributes

type Told = { name: string; parentSpanId: string | null; startMs: number; endMs: number }

const fromLedger = ({ jobId, kind }: TracedJob, what: string, { startMs, endMs, ...told }: Told): TracedSpan => ({
  ...told,
  spanId: `ledger-${jobId}-${what}`,
  service: 'ledger',
  kind: 'internal',
  startedAtNs: String(BigInt(Math.round(startMs)) * NS_PER_MS),
  durationNs: String(BigInt(Math.round(endMs - startMs)) * NS_PER_MS),
  status: 'unset',
  statusMessage: null,
  attributes: { [JOB]: jobId, 'assay.job.kind': kind },
  events: [],
  links: [],
})
