import type { Sql } from '../database.ts'
import type { JobError } from '../schema/jobs.ts'

export type DeadLetterGroup = {
  /** Null for jobs that failed before failures had one. */
  fingerprint: string | null
  kind: string
  count: number
  firstAt: Date
  lastAt: Date
  error: JobError
  sampleJobId: string
}

/** Failed jobs of a workspace, those that failed alike together, the largest group first. */
export const groupDeadLetters = (sql: Sql, workspace: string, limit: number): Promise<DeadLetterGroup[]> =>
  sql.query<DeadLetterGroup>(
    `SELECT fingerprint, kind, count(*)::int AS count, min(finished_at) AS "firstAt", max(finished_at) AS "lastAt",
            (array_agg(error ORDER BY finished_at DESC))[1] AS error,
            (array_agg(id ORDER BY finished_at DESC))[1] AS "sampleJobId"
       FROM jobs WHERE workspace = $1 AND state = 'failed'
      GROUP BY fingerprint, kind ORDER BY count(*) DESC, max(finished_at) DESC LIMIT $2`,
    [workspace, limit],
  )

export type ReplayFilter = {
  ids?: readonly string[]
  /** Null for those that have none. */
  fingerprint?: string | null
  kind?: string
  limit: number
}

/** Lets failed jobs run again as new deliveries with all their attempts. Their history stays. */
export const replayFailed = async (sql: Sql, workspace: string, filter: ReplayFilter): Promise<string[]> =>
  (
    await sql.query<{ id: string }>(
      `UPDATE jobs
          SET state = 'queued', epoch = epoch + 1, attempt = 0, crashes = 0, boost = 0, run_at = now(),
              enqueued_at = NULL, finished_at = NULL, cancel_requested_at = NULL, fingerprint = NULL,
              version = version + 1
        WHERE id IN (SELECT id FROM jobs WHERE workspace = $1 AND state = 'failed'
                        AND ($2::uuid[] IS NULL OR id = ANY($2)) AND ($3::text IS NULL OR fingerprint = $3)
                        AND ($4::text IS NULL OR kind = $4) AND (NOT $6 OR fingerprint IS NULL)
                      ORDER BY id LIMIT $5 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [
        workspace,
        filter.ids ?? null,
        filter.fingerprint ?? null,
        filter.kind ?? null,
        filter.limit,
        filter.fingerprint === null,
      ],
    )
  ).map(({ id }) => id)
