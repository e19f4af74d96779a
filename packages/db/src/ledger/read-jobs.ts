import type { AttemptOutcome, JobState } from '@assay/contracts'
import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { type JobError, jobAttempts, jobs } from '../schema/jobs.ts'
import { type JobFilter, jobConditions } from './job-filter.ts'

export type JobRow = typeof jobs.$inferSelect

export type AttemptRow = {
  lease: number
  attempt: number
  worker: string | null
  startedAt: Date
  /** Null while it runs. */
  finishedAt: Date | null
  outcome: AttemptOutcome | 'running'
  error: JobError | null
}

export type TreeTotals = {
  total: number
  queued: number
  running: number
  succeeded: number
  failed: number
  cancelled: number
  /** Grows with every change anywhere in the tree. */
  version: number
}

export const findJob = async (sql: Sql, workspace: string, id: string): Promise<JobRow | undefined> =>
  (
    await sql.orm
      .select()
      .from(jobs)
      .where(and(eq(jobs.id, id), eq(jobs.workspace, workspace)))
      .limit(1)
  ).at(0)

/** The states of those of the jobs that are in the workspace. */
export const readStates = async (
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, JobState>> => {
  const rows = await sql.query<{ id: string; state: JobState }>(
    'SELECT id, state FROM jobs WHERE workspace = $1 AND id = ANY($2::uuid[])',
    [workspace, ids],
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Every attempt of a job, oldest first, the running one last. */
export const listAttempts = async (sql: Sql, job: JobRow): Promise<AttemptRow[]> =>
  (await listAttemptsOf(sql, [job])).get(job.id) ?? []

/** The same for many jobs, by their ids. */
export async function listAttemptsOf(sql: Sql, rows: readonly JobRow[]): Promise<Map<string, AttemptRow[]>> {
  const attempts = new Map<string, AttemptRow[]>(rows.map(({ id }) => [id, []]))
  const ended = await sql.orm
    .select()
    .from(jobAttempts)
    .where(inArray(jobAttempts.jobId, [...attempts.keys()]))
    .orderBy(asc(jobAttempts.jobId), asc(jobAttempts.lease))
  for (const { jobId, ...attempt } of ended) attempts.get(jobId)?.push(attempt)
  for (const { id, state, lease, attempt, worker, startedAt } of rows) {
    if (state !== 'running' || !startedAt) continue
    attempts.get(id)?.push({ lease, attempt, worker, startedAt, finishedAt: null, outcome: 'running', error: null })
  }
  return attempts
}

/** Jobs of a workspace, newest first, before the job `before` and not beyond `downTo`. */
export function listJobs(
  sql: Sql,
  workspace: string,
  filter: JobFilter,
  { before, downTo = null, limit }: { before: string | null; downTo?: string | null; limit: number },
): Promise<JobRow[]> {
  return sql.orm
    .select()
    .from(jobs)
    .where(
      and(
        jobConditions(workspace, filter),
        before ? lt(jobs.id, before) : undefined,
        downTo ? gte(jobs.id, downTo) : undefined,
      ),
    )
    .orderBy(desc(jobs.id))
    .limit(limit)
}

/** The ids of the newest jobs that fulfil a filter; a search for text reads as far as it must. */
export const findJobIds = async (sql: Sql, workspace: string, filter: JobFilter, limit: number): Promise<string[]> =>
  (
    await sql.orm
      .select({ id: jobs.id })
      .from(jobs)
      .where(jobConditions(workspace, filter))
      .orderBy(desc(jobs.id))
      .limit(limit)
  ).map(({ id }) => id)

/** Texts are in no index: so many jobs are read for one page at most. */
const SEARCHED = 20_000

/** The last job that a page of a search for text reads, if there are more behind it; the next page goes on from there. */
export async function endOfSearch(
  sql: Sql,
  workspace: string,
  { text: _text, ...filter }: JobFilter,
  before: string | null,
): Promise<string | null> {
  const [end] = await sql.orm
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(jobConditions(workspace, filter), before ? lt(jobs.id, before) : undefined))
    .orderBy(desc(jobs.id))
    .offset(SEARCHED - 1)
    .limit(1)
  return end?.id ?? null
}

/** Carries what is counted along: joining the jobs again would read the whole ledger, as no planner guesses a tree's size. */
const SUBTREES = `WITH RECURSIVE member AS (
    SELECT id AS top, id, state, version FROM jobs WHERE id = ANY($1::uuid[])
    UNION ALL
    SELECT member.top, child.id, child.state, child.version FROM member JOIN jobs child ON child.parent_id = member.id)`

/** The jobs of each given job's tree (itself and all it spawned) by state; `scheduled` and `retrying` count as queued. */
export async function treeTotals(sql: Sql, ids: readonly string[]): Promise<Map<string, TreeTotals>> {
  const rows = await sql.query<TreeTotals & { top: string }>(
    `${SUBTREES}
     SELECT top, count(*)::int AS total,
            count(*) FILTER (WHERE state IN ('scheduled', 'queued', 'retrying'))::int AS queued,
            count(*) FILTER (WHERE state = 'running')::int AS running,
            count(*) FILTER (WHERE state = 'succeeded')::int AS succeeded,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled,
            sum(version)::float8 AS version
       FROM member GROUP BY top`,
    [ids],
  )
  return new Map(rows.map(({ top, ...totals }) => [top, totals]))
}

/** A job with everything it spawned, in the order of creation, at most `limit` jobs. */
export async function readTree(sql: Sql, id: string, limit: number): Promise<JobRow[]> {
  const members = await sql.query<{ id: string }>(`${SUBTREES} SELECT id FROM member ORDER BY id LIMIT $2`, [
    [id],
    limit,
  ])
  return sql.orm
    .select()
    .from(jobs)
    .where(
      inArray(
        jobs.id,
        members.map((member) => member.id),
      ),
    )
    .orderBy(asc(jobs.id))
}
