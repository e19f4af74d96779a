import type { Sql } from '../database.ts'

export type HeldLease = { id: string; lease: number }
export type RenewedLease = HeldLease & { cancelRequested: boolean }

/** Prolongs leases; one that was lost is left out of the answer. */
export const renewLeases = (
  sql: Sql,
  { held, leaseMs }: { held: readonly HeldLease[]; leaseMs: number },
): Promise<RenewedLease[]> =>
  sql.query<RenewedLease>(
    `UPDATE jobs job SET lease_expires_at = now() + $3 * interval '1 millisecond'
       FROM unnest($1::uuid[], $2::int[]) AS held(id, lease)
      WHERE job.id = held.id AND job.lease = held.lease AND job.state = 'running'
     RETURNING job.id, job.lease, job.cancel_requested_at IS NOT NULL AS "cancelRequested"`,
    [held.map(({ id }) => id), held.map(({ lease }) => lease), leaseMs],
  )

/**
 * Writes progress under the lease.
 * @returns false when the lease was lost or the job's cancellation was asked for: the caller must stop.
 */
export async function touchUnderLease(
  sql: Sql,
  { id, lease, progress }: HeldLease & { progress: Record<string, unknown> | null },
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE jobs SET progress = coalesce($3::jsonb, progress), version = version + 1
      WHERE id = $1 AND lease = $2 AND state = 'running' AND cancel_requested_at IS NULL
     RETURNING id`,
    [id, lease, progress === null ? null : JSON.stringify(progress)],
  )
  return rows.length === 1
}

export type CrashedJob = { id: string; kind: string; crashes: number; state: 'queued' | 'failed' | 'cancelled' }

/**
 * Takes back the jobs of workers that stopped renewing. A crash uses up no attempt, but `maxCrashes` of them end the
 * job as poison. A job that was being cancelled ends cancelled.
 */
export const takeBackExpired = (
  sql: Sql,
  { maxCrashes, limit }: { maxCrashes: number; limit: number },
): Promise<CrashedJob[]> =>
  sql.query<CrashedJob>(
    `WITH expired AS (
       SELECT id, worker, started_at, attempt, lease, crashes + 1 AS crashes,
              CASE WHEN cancel_requested_at IS NOT NULL THEN 'cancelled'
                   WHEN crashes + 1 >= $1 THEN 'failed' ELSE 'queued' END AS next,
              jsonb_build_object('code', CASE WHEN crashes + 1 >= $1 THEN 'POISON_JOB' ELSE 'WORKER_LOST' END,
                'message', CASE WHEN crashes + 1 >= $1
                  THEN format('The worker running this job died %s times; it is not tried again by itself.', crashes + 1)
                  ELSE 'The worker running this attempt stopped without a word; another one takes the job.' END,
                'retryable', crashes + 1 < $1) AS error
         FROM jobs WHERE state = 'running' AND lease_expires_at < now()
        ORDER BY id LIMIT $2
          FOR UPDATE SKIP LOCKED),
     taken AS (
       UPDATE jobs job
          SET state = expired.next, crashes = expired.crashes, attempt = job.attempt - 1, error = expired.error,
              epoch = job.epoch + 1, lease = job.lease + 1, lease_expires_at = NULL, worker = NULL, enqueued_at = NULL,
              fingerprint = CASE WHEN expired.next = 'failed' THEN left(md5(job.kind || ' POISON_JOB'), 16) END,
              finished_at = CASE WHEN expired.next = 'queued' THEN NULL ELSE now() END,
              version = job.version + 1
         FROM expired WHERE job.id = expired.id
       RETURNING job.id, job.kind, job.crashes, job.state),
     ended AS (
       INSERT INTO job_attempts (job_id, lease, attempt, worker, started_at, finished_at, outcome, error)
       SELECT id, lease, attempt, worker, started_at, now(), 'crashed', error FROM expired)
     SELECT * FROM taken`,
    [maxCrashes, limit],
  )
