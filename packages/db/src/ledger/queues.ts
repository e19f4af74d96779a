import type { Sql } from '../database.ts'

/** Closes a queue (no job of it is started) or opens it again. */
export async function setQueuePaused(sql: Sql, name: string, paused: boolean): Promise<void> {
  await sql.query(
    `INSERT INTO queues (name, paused_at) VALUES ($1, CASE WHEN $2 THEN now() END)
     ON CONFLICT (name) DO UPDATE SET paused_at = CASE WHEN $2 THEN coalesce(queues.paused_at, now()) END`,
    [name, paused],
  )
}

export const pausedQueues = async (sql: Sql): Promise<Set<string>> =>
  new Set(
    (await sql.query<{ name: string }>('SELECT name FROM queues WHERE paused_at IS NOT NULL')).map(({ name }) => name),
  )

export type QueueLoad = {
  queue: string
  scheduled: number
  queued: number
  running: number
  retrying: number
  failed: number
  /** Seconds that the job waiting longest could have been running. */
  oldestWaitSeconds: number
  /** Seconds that the oldest runnable job has not yet been handed to the queue. */
  relayLagSeconds: number
}

/** What each queue holds, over all workspaces or one. Queues that hold nothing open are left out. */
export const measureQueues = (sql: Sql, workspace: string | null = null): Promise<QueueLoad[]> =>
  sql.query<QueueLoad>(
    `SELECT queue,
            count(*) FILTER (WHERE state = 'scheduled')::int AS scheduled,
            count(*) FILTER (WHERE state = 'queued')::int AS queued,
            count(*) FILTER (WHERE state = 'running')::int AS running,
            count(*) FILTER (WHERE state = 'retrying')::int AS retrying,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE state = 'queued')), 0)::float8
              AS "oldestWaitSeconds",
            coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE state = 'queued' AND enqueued_at IS NULL)), 0)
              ::float8 AS "relayLagSeconds"
       FROM jobs
      WHERE state IN ('scheduled', 'queued', 'running', 'retrying', 'failed') AND ($1::text IS NULL OR workspace = $1)
      GROUP BY queue ORDER BY queue`,
    [workspace],
  )
