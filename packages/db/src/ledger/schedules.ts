import { and, asc, eq } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { schedules } from '../schema/jobs.ts'

export type Schedule = typeof schedules.$inferSelect
export type NewSchedule = Omit<typeof schedules.$inferInsert, 'createdAt' | 'lastJobId'>

/** Creates the schedule of that name, or changes the one there is. */
export async function putSchedule(sql: Sql, schedule: NewSchedule): Promise<Schedule> {
  const { id: _id, workspace: _workspace, name: _name, ...changes } = schedule
  const [row] = await sql.orm
    .insert(schedules)
    .values(schedule)
    .onConflictDoUpdate({ target: [schedules.workspace, schedules.name], set: changes })
    .returning()
  if (!row) throw new Error('An upsert returned no row')
  return row
}

export const listSchedules = (sql: Sql, workspace: string): Promise<Schedule[]> =>
  sql.orm.select().from(schedules).where(eq(schedules.workspace, workspace)).orderBy(asc(schedules.name))

export const findSchedule = async (sql: Sql, workspace: string, name: string): Promise<Schedule | undefined> =>
  (
    await sql.orm
      .select()
      .from(schedules)
      .where(and(eq(schedules.workspace, workspace), eq(schedules.name, name)))
  ).at(0)

/** Notes the job of a run that the schedule's own time did not bring. */
export async function noteScheduleRun(sql: Sql, id: string, jobId: string): Promise<void> {
  await sql.orm.update(schedules).set({ lastJobId: jobId }).where(eq(schedules.id, id))
}

/** @returns whether there was such a schedule. */
export const deleteSchedule = async (sql: Sql, workspace: string, name: string): Promise<boolean> =>
  (
    await sql.orm
      .delete(schedules)
      .where(and(eq(schedules.workspace, workspace), eq(schedules.name, name)))
      .returning({ id: schedules.id })
  ).length === 1

/** Schedules whose time has come by `now`, locked until the transaction that submits their jobs ends. */
export const dueSchedules = (tx: Sql, now: Date, limit: number): Promise<Schedule[]> =>
  tx.query<Schedule>(
    `SELECT id, workspace, name, kind, payload, priority, cron, timezone, enabled, next_run_at AS "nextRunAt",
            last_job_id AS "lastJobId", created_at AS "createdAt"
       FROM schedules WHERE enabled AND next_run_at <= $1 ORDER BY next_run_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit],
  )

export async function advanceSchedule(tx: Sql, id: string, nextRunAt: Date, lastJobId: string | null): Promise<void> {
  await tx.query('UPDATE schedules SET next_run_at = $2, last_job_id = coalesce($3, last_job_id) WHERE id = $1', [
    id,
    nextRunAt,
    lastJobId,
  ])
}
