import type { jobSpansSchema } from '@assay/contracts'
import { type AttemptRow, type Database, findSpansOfJobs, type JobRow, listAttemptsOf, readTree } from '@assay/db'
import { traceIdOf } from '@assay/runtime'
import type { z } from 'zod'

type JobSpans = z.output<typeof jobSpansSchema>

const LIMIT = 5_000

/** All that was recorded of a job and of all it spawned, beside what the ledger knows of them. */
export async function readJobSpans(db: Database, top: JobRow): Promise<JobSpans> {
  const tree = await readTree(db, top.id, LIMIT + 1)
  const rows = tree.slice(0, LIMIT)
  const traceIds = [...new Set(rows.flatMap(({ traceparent }) => traceIdOf(traceparent) ?? []))]
  const [spans, attempts] = await Promise.all([
    findSpansOfJobs(db, { ids: rows.map(({ id }) => id), traceIds }, LIMIT + 1),
    listAttemptsOf(db, rows),
  ])
  const now = Date.now()
  return {
    spans: spans.slice(0, LIMIT),
    truncated: spans.length > LIMIT || tree.length > LIMIT,
    jobs: rows.map((row) => viewTracedJob(row, attempts.get(row.id) ?? [], now)),
  }
}

const viewTracedJob = (row: JobRow, attempts: readonly AttemptRow[], now: number): JobSpans['jobs'][number] => ({
  jobId: row.id,
  parentId: row.parentId,
  kind: row.kind,
  state: row.state,
  attempts: attempts.map(({ attempt, startedAt, finishedAt, outcome }) => ({
    attempt,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    outcome,
  })),
  queueWaitMs: queueWaitMs(row, now),
  enqueuedAt: row.enqueuedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
})

function queueWaitMs({ state, runAt, startedAt }: JobRow, now: number): number | null {
  if (state === 'scheduled' || state === 'retrying') return null
  const end = state === 'queued' ? now : startedAt?.getTime()
  return end === undefined ? null : Math.max(0, end - runAt.getTime())
}
