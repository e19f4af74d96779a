import { adviceFor, type JobSummary, type JobView, priorities } from '@assay/contracts'
import { type Database, type JobRow, listAttempts, treeTotals } from '@assay/db'
import { traceIdOf } from '@assay/runtime'
import { subjectOf } from './job-subject.ts'
import { inWords, waitingReason } from './waiting-view.ts'

/** An error with what to do about it. */
export const viewError = <E extends { code: string }>(error: E | null) =>
  error && { ...error, advice: adviceFor(error.code) }

const iso = (date: Date | null) => date?.toISOString() ?? null

/** Jobs as clients see them, each with the totals of its tree. */
export async function summarise(db: Database, rows: readonly JobRow[]): Promise<JobSummary[]> {
  const totals = await treeTotals(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { version: _version, ...tree } = totals.get(row.id) ?? ALONE
    return {
      id: row.id,
      kind: row.kind,
      queue: row.queue,
      state: row.state,
      priority: priorities[row.priority] ?? 'normal',
      attempt: row.attempt,
      maxAttempts: row.maxAttempts,
      crashes: row.crashes,
      progress: row.progress,
      subject: subjectOf(row.payload),
      payload: row.payload,
      result: row.result,
      error: viewError(row.error),
      fingerprint: row.fingerprint,
      parentId: row.parentId,
      rootId: row.rootId,
      replayOf: row.replayOf,
      tree,
      traceId: traceIdOf(row.traceparent),
      createdAt: row.createdAt.toISOString(),
      runAt: row.runAt.toISOString(),
      startedAt: iso(row.startedAt),
      finishedAt: iso(row.finishedAt),
    }
  })
}

const ALONE = { total: 1, queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0, version: 0 }

/** One job with its attempts and, while it waits, the reason. */
export async function describeJob(db: Database, row: JobRow): Promise<JobView> {
  const [[summary], attempts, waiting] = await Promise.all([
    summarise(db, [row]),
    listAttempts(db, row),
    waitingReason(db, row),
  ])
  if (!summary) throw new Error('A job was summarised to nothing')
  return {
    ...summary,
    waiting: waiting && inWords(waiting),
    waitingReason: waiting,
    attempts: attempts.map(({ lease: _lease, startedAt, finishedAt, error, ...attempt }) => ({
      ...attempt,
      error: viewError(error),
      startedAt: startedAt.toISOString(),
      finishedAt: iso(finishedAt),
    })),
  }
}
