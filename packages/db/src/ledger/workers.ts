import type { Sql } from '../database.ts'

export type WorkerIdentity = {
  /** As `jobs.worker` names it. */
  id: string
  service: string
  version: string
  host: string
  pid: number
  queues: readonly string[]
  /** Jobs at a time, for each queue. */
  concurrency: number
  startedAt: Date
}

export type WorkerRow = Omit<WorkerIdentity, 'queues'> & {
  queues: string[]
  lastHeartbeatAt: Date
  alive: boolean
  /** What it runs of the workspace that asks. */
  jobs: { id: string; kind: string; startedAt: string }[]
  /** How many jobs of others it runs. */
  otherJobs: number
}

/** Three heartbeats missed: a worker that is busy misses one, not three. */
const ALIVE = `worker.last_heartbeat_at > now() - interval '15 seconds'`

/** A worker's sign of life, the first one included. */
export async function noteHeartbeat(sql: Sql, worker: WorkerIdentity): Promise<void> {
  await sql.query(
    `INSERT INTO workers (id, service, version, host, pid, queues, concurrency, started_at, last_heartbeat_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
     ON CONFLICT (id) DO UPDATE
       SET service = excluded.service, version = excluded.version, host = excluded.host, pid = excluded.pid,
           queues = excluded.queues, concurrency = excluded.concurrency, started_at = excluded.started_at,
           last_heartbeat_at = excluded.last_heartbeat_at`,
    [
      worker.id,
      worker.service,
      worker.version,
      worker.host,
      worker.pid,
      worker.queues,
      worker.concurrency,
      worker.startedAt,
    ],
  )
}

/** A worker that stopped in good order is not shown as a dead one. */
export async function removeWorker(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM workers WHERE id = $1', [id])
}

/** Those that died stay for a day, for whoever looks into it. */
export async function sweepWorkers(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM workers WHERE last_heartbeat_at < now() - interval '1 day'`)
}

/** All workers, those that live first, with the workspace's own jobs that they run. */
export const listWorkers = (sql: Sql, workspace: string): Promise<WorkerRow[]> =>
  sql.query<WorkerRow>(
    `SELECT worker.id, service, worker.version, host, pid, queues, concurrency, worker.started_at AS "startedAt",
            last_heartbeat_at AS "lastHeartbeatAt", ${ALIVE} AS alive,
            coalesce(jsonb_agg(jsonb_build_object('id', job.id, 'kind', job.kind, 'startedAt', job.started_at)
                               ORDER BY job.started_at) FILTER (WHERE job.workspace = $1), '[]') AS jobs,
            count(job.id) FILTER (WHERE job.workspace <> $1)::int AS "otherJobs"
       FROM workers worker LEFT JOIN jobs job ON job.state = 'running' AND job.worker = worker.id
      GROUP BY worker.id ORDER BY alive DESC, service, worker.id`,
    [workspace],
  )

/** How many workers live, and how many of these run a job of anybody. */
export const countWorkers = async (sql: Sql): Promise<{ alive: number; busy: number }> => {
  const [counts] = await sql.query<{ alive: number; busy: number }>(
    `SELECT count(*)::int AS alive,
            count(*) FILTER (WHERE id IN (SELECT worker FROM jobs WHERE state = 'running'))::int AS busy
       FROM workers worker WHERE ${ALIVE}`,
  )
  return counts ?? { alive: 0, busy: 0 }
}

/** The slots of a queue's living workers, and how many of them are taken. */
export const measureSlots = async (
  sql: Sql,
  queue: string,
): Promise<{ workers: number; slots: number; running: number }> => {
  const [row] = await sql.query<{ workers: number; slots: number; running: number }>(
    `SELECT count(*)::int AS workers, coalesce(sum(concurrency), 0)::int AS slots,
            (SELECT count(*)::int FROM jobs WHERE state = 'running' AND queue = $1) AS running
       FROM workers worker WHERE $1 = ANY (queues) AND ${ALIVE}`,
    [queue],
  )
  return row ?? { workers: 0, slots: 0, running: 0 }
}
