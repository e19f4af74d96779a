import type { Sql } from '../database.ts'

/** One handing-over of a job to the queue. */
export type Delivery = { id: string; epoch: number }

export type ClaimedJob = {
  id: string
  epoch: number
  /** The fencing token that every later write must show. */
  lease: number
  workspace: string
  kind: string
  payload: Record<string, unknown>
  priority: number
  attempt: number
  maxAttempts: number
  rootId: string
  traceparent: string | null
  /** When the job could first have run in this delivery. */
  readyAt: Date
  startedAt: Date
}

/**
 * Takes the leases of queued jobs for `worker`. A delivery that is void (older epoch), cancelled, taken or unknown is
 * left out of the answer. The lock lets lines of an earlier attempt be stored meanwhile: they point at the job's row.
 */
export const claimJobs = (
  sql: Sql,
  { deliveries, worker, leaseMs }: { deliveries: readonly Delivery[]; worker: string; leaseMs: number },
): Promise<ClaimedJob[]> =>
  sql.query<ClaimedJob>(
    `WITH claimable AS (
       SELECT job.id FROM jobs job
         JOIN unnest($1::uuid[], $2::int[]) AS delivery(id, epoch) ON job.id = delivery.id AND job.epoch = delivery.epoch
        WHERE job.state = 'queued'
        ORDER BY job.id
          FOR NO KEY UPDATE OF job SKIP LOCKED)
     UPDATE jobs job
        SET state = 'running', lease = job.lease + 1, attempt = job.attempt + 1, worker = $3,
            lease_expires_at = now() + $4 * interval '1 millisecond', started_at = clock_timestamp(),
            enqueued_at = coalesce(job.enqueued_at, now()), version = job.version + 1
       FROM claimable WHERE job.id = claimable.id
     RETURNING job.id, job.epoch, job.lease, job.workspace, job.kind, job.payload, job.priority, job.attempt,
               job.max_attempts AS "maxAttempts", job.root_id AS "rootId", job.traceparent,
               job.run_at AS "readyAt", job.started_at AS "startedAt"`,
    [deliveries.map(({ id }) => id), deliveries.map(({ epoch }) => epoch), worker, leaseMs],
  )
