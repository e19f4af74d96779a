import type { AttemptOutcome, JobState } from '@assay/contracts'
import type { Sql } from '../database.ts'
import type { JobError } from '../schema/jobs.ts'

/** How an attempt ended and what becomes of its job. */
export type Settlement = {
  id: string
  lease: number
  outcome: Exclude<AttemptOutcome, 'crashed'>
  /** `retrying` and `queued` make a new delivery. */
  next: 'succeeded' | 'failed' | 'cancelled' | 'retrying' | 'queued'
  result: unknown
  error: JobError | null
  fingerprint: string | null
  /** When a retrying job may run again: a wait from now, or a moment. */
  delayMs: number | null
  runAt: Date | null
}

export type SettledJob = { id: string; state: JobState }

/**
 * Ends attempts, each under its lease. A settlement whose lease is no longer the newest is left out of the answer:
 * somebody else has the job now, and nothing of this attempt may count. A job whose cancellation was asked for ends
 * `cancelled`, whatever its attempt came to.
 */
export const settleAttempts = (sql: Sql, settlements: readonly Settlement[]): Promise<SettledJob[]> =>
  sql.query<SettledJob>(
    `WITH settlement AS (
       SELECT * FROM json_to_recordset($1::json) AS given(
         id uuid, lease int, outcome text, next text, result jsonb, error jsonb, fingerprint text,
         "delayMs" double precision, "runAt" timestamptz)),
     held AS (
       SELECT job.id, job.worker, job.started_at, job.attempt, settlement.lease, settlement.outcome, settlement.result,
              settlement.error, settlement.fingerprint, settlement."delayMs", settlement."runAt",
              CASE WHEN job.cancel_requested_at IS NULL THEN settlement.next ELSE 'cancelled' END AS next
         FROM jobs job JOIN settlement ON job.id = settlement.id AND job.lease = settlement.lease
        WHERE job.state = 'running'
        ORDER BY job.id
          FOR NO KEY UPDATE OF job),
     settled AS (
       UPDATE jobs job
          SET state = held.next,
              result = CASE WHEN held.next = 'succeeded' THEN held.result ELSE job.result END,
              error = CASE WHEN held.next = 'succeeded' THEN NULL ELSE coalesce(held.error, job.error) END,
              fingerprint = CASE WHEN held.next = 'failed' THEN held.fingerprint END,
              attempt = job.attempt - CASE WHEN held.outcome IN ('released', 'parked') THEN 1 ELSE 0 END,
              epoch = job.epoch + CASE WHEN held.next IN ('retrying', 'queued') THEN 1 ELSE 0 END,
              run_at = CASE WHEN held.next = 'retrying'
                            THEN coalesce(held."runAt", now() + held."delayMs" * interval '1 millisecond')
                            ELSE job.run_at END,
              enqueued_at = CASE WHEN held.next IN ('retrying', 'queued') THEN NULL ELSE job.enqueued_at END,
              finished_at = CASE WHEN held.next IN ('retrying', 'queued') THEN NULL ELSE clock_timestamp() END,
              boost = 0, lease_expires_at = NULL, worker = NULL, version = job.version + 1
         FROM held WHERE job.id = held.id
       RETURNING job.id, job.state)
     , ended AS (
       INSERT INTO job_attempts (job_id, lease, attempt, worker, started_at, finished_at, outcome, error)
       SELECT id, lease, attempt, worker, started_at, clock_timestamp(),
              CASE WHEN next = 'cancelled' THEN 'cancelled' ELSE outcome END, error
         FROM held)
     SELECT id, state FROM settled`,
    [JSON.stringify(settlements)],
  )
