import type { JobState } from '@assay/contracts'
import type { Sql } from '../database.ts'

export type NewJob = {
  id: string
  workspace: string
  kind: string
  queue: string
  payload: Record<string, unknown>
  /** Position in `priorities`. */
  priority: number
  maxAttempts: number
  /** Later than now makes the job `scheduled`. */
  runAt: Date | null
  /** Whether the caller hands the job to the queue right after the commit. */
  enqueue: boolean
  parentId: string | null
  rootId: string
  /** The job that this one does again. */
  replayOf?: string | null
  idempotencyKey: string | null
  requestHash: string | null
  traceparent: string | null
}

export type InsertedJob = { id: string; state: JobState }

/** Inserts jobs; one whose idempotency key is taken is left out of the answer. */
export const insertJobs = (sql: Sql, jobs: readonly NewJob[]): Promise<InsertedJob[]> =>
  sql.query<InsertedJob>(
    `INSERT INTO jobs (id, workspace, kind, queue, payload, priority, state, max_attempts, run_at, enqueued_at,
                       parent_id, root_id, replay_of, idempotency_key, request_hash, traceparent)
     SELECT id, workspace, kind, queue, payload, priority,
            CASE WHEN "runAt" > now() THEN 'scheduled' ELSE 'queued' END,
            "maxAttempts", coalesce("runAt", now()),
            CASE WHEN enqueue AND ("runAt" IS NULL OR "runAt" <= now()) THEN now() END,
            "parentId", "rootId", "replayOf", "idempotencyKey", "requestHash", traceparent
       FROM json_to_recordset($1::json) AS job(
            id uuid, workspace text, kind text, queue text, payload jsonb, priority smallint, "maxAttempts" smallint,
            "runAt" timestamptz, enqueue boolean, "parentId" uuid, "rootId" uuid, "replayOf" uuid,
            "idempotencyKey" text, "requestHash" text, traceparent text)
     ON CONFLICT (workspace, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
     RETURNING id, state`,
    [JSON.stringify(jobs)],
  )

export type KeyHolder = { id: string; state: JobState; workspace: string; key: string; requestHash: string }

/** The jobs that hold the given idempotency keys. */
export const findKeyHolders = (sql: Sql, keys: readonly { workspace: string; key: string }[]): Promise<KeyHolder[]> =>
  sql.query<KeyHolder>(
    `SELECT job.id, job.state, job.workspace, job.idempotency_key AS key, job.request_hash AS "requestHash"
       FROM jobs job JOIN unnest($1::text[], $2::text[]) AS wanted(workspace, key)
         ON job.workspace = wanted.workspace AND job.idempotency_key = wanted.key`,
    [keys.map(({ workspace }) => workspace), keys.map(({ key }) => key)],
  )
