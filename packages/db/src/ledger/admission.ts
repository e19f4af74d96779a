import type { Sql } from '../database.ts'

/** Where a waiting job stands: its queue, its class and whose it is. */
export type Lane = { queue: string; priority: number; workspace: string }
export type LaneDepth = Lane & { enqueued: number }
export type WaitingJob = Lane & { id: string; epoch: number; kind: string; readyAt: Date; traceparent: string | null }

const WAITING = `id, epoch, kind, queue, priority, workspace, run_at AS "readyAt", traceparent`

/** Makes scheduled and retrying jobs whose time has come wait for a worker. */
export const promoteDue = async (sql: Sql, limit: number): Promise<number> =>
  (
    await sql.query(
      `UPDATE jobs SET state = 'queued', version = version + 1
        WHERE id IN (SELECT id FROM jobs WHERE state IN ('scheduled', 'retrying') AND run_at <= now()
                      ORDER BY run_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [limit],
    )
  ).length

/** How many jobs of each lane have been handed to the queue and wait there. */
export const countEnqueued = (sql: Sql): Promise<LaneDepth[]> =>
  sql.query<LaneDepth>(
    `SELECT queue, priority, workspace, count(*)::int AS enqueued FROM jobs
      WHERE state = 'queued' AND enqueued_at IS NOT NULL GROUP BY queue, priority, workspace`,
  )

/**
 * The lanes that have jobs waiting in the ledger. They are found by skipping from one to the next along the index
 * (PostgreSQL wiki, "Loose indexscan"), so a backlog of a million costs no more than the lanes it has.
 */
const LANES = `WITH RECURSIVE lane AS (
    (SELECT queue, priority, workspace FROM jobs WHERE state = 'queued' AND enqueued_at IS NULL
      ORDER BY queue, priority, workspace LIMIT 1)
    UNION ALL
    SELECT next.* FROM lane, LATERAL (
      SELECT queue, priority, workspace FROM jobs
       WHERE state = 'queued' AND enqueued_at IS NULL
         AND (queue, priority, workspace) > (lane.queue, lane.priority, lane.workspace)
       ORDER BY queue, priority, workspace LIMIT 1) AS next)`

export const waitingLanes = (sql: Sql): Promise<Lane[]> => sql.query<Lane>(`${LANES} SELECT * FROM lane`)

/** The oldest jobs of every lane that wait in the ledger, at most `perLane` of each. */
export const oldestWaiting = (sql: Sql, perLane: number): Promise<WaitingJob[]> =>
  sql.query<WaitingJob>(
    `${LANES}
     SELECT waiting.* FROM lane, LATERAL (
       SELECT ${WAITING} FROM jobs
        WHERE state = 'queued' AND enqueued_at IS NULL AND jobs.queue = lane.queue
          AND jobs.priority = lane.priority AND jobs.workspace = lane.workspace
        ORDER BY jobs.id LIMIT $1) AS waiting`,
    [perLane],
  )

/** Notes that jobs are handed to the queue. @returns those that still wait. */
export const markEnqueued = (sql: Sql, ids: readonly string[]): Promise<WaitingJob[]> =>
  sql.query<WaitingJob>(
    `UPDATE jobs SET enqueued_at = now() WHERE id = ANY($1::uuid[]) AND state = 'queued' AND enqueued_at IS NULL
     RETURNING ${WAITING}`,
    [ids],
  )

/** Jobs that should stand in the queue since at least `olderThanMs`: whoever is missing there was lost by it. */
export const enqueuedLongerThan = (sql: Sql, queue: string, olderThanMs: number): Promise<WaitingJob[]> =>
  sql.query<WaitingJob>(
    `SELECT ${WAITING} FROM jobs
      WHERE state = 'queued' AND queue = $1 AND enqueued_at < now() - $2 * interval '1 millisecond'
      ORDER BY priority, enqueued_at`,
    [queue, olderThanMs],
  )

export type RaisedJob = { id: string; epoch: number; queue: string; priority: number; boost: number }

/** Ageing: a job gains one class for every `stepMs` it has waited, so that none waits for ever. */
export const raiseAged = (sql: Sql, { stepMs, limit }: { stepMs: number; limit: number }): Promise<RaisedJob[]> =>
  sql.query<RaisedJob>(
    `WITH aged AS (
       SELECT id, least(priority, floor(extract(epoch FROM now() - run_at) * 1000 / $1)) AS earned FROM jobs
        WHERE state = 'queued' AND enqueued_at IS NOT NULL AND boost < priority
          AND run_at < now() - (boost + 1) * $1 * interval '1 millisecond'
        ORDER BY run_at LIMIT $2
          FOR UPDATE SKIP LOCKED)
     UPDATE jobs job SET boost = aged.earned FROM aged WHERE job.id = aged.id
     RETURNING job.id, job.epoch, job.queue, job.priority, job.boost`,
    [stepMs, limit],
  )

const MOST_AHEAD = 1_000

/**
 * How many waiting jobs of a queue come before one of them, at most 1,000: sooner classes, what was handed to the queue
 * before what waits in the ledger, older before younger. Turns of workspaces and ageing may yet change that.
 */
export const countAhead = async (
  sql: Sql,
  job: { id: string; queue: string; priority: number; boost: number; enqueuedAt: Date | null },
): Promise<number> => {
  const [row] = await sql.query<{ ahead: number }>(
    `SELECT count(*)::int AS ahead FROM (
       SELECT 1 FROM jobs
        WHERE state = 'queued' AND enqueued_at IS NOT NULL AND queue = $1 AND id <> $2
          AND (priority - boost < $3 OR priority - boost = $3 AND ($4::boolean OR id < $2))
       UNION ALL
       SELECT 1 FROM jobs
        WHERE state = 'queued' AND enqueued_at IS NULL AND queue = $1 AND priority <= $3
          AND (priority < $3 OR $4::boolean AND id < $2)
        LIMIT ${MOST_AHEAD}) AS earlier`,
    [job.queue, job.id, job.priority - job.boost, job.enqueuedAt === null],
  )
  return row?.ahead ?? 0
}
