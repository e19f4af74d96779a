import type { Catalog } from '@assay/contracts'
import { advanceSchedule, type Database, dueSchedules, insertJobs, type Schedule } from '@assay/db'
import { uuidv7 } from 'uuidv7'
import { nextRun } from './next-run.ts'

const BATCH = 100

/**
 * Submits the jobs of schedules whose time has come. The job and the schedule's next time commit together, and the job
 * carries a key made of both, so that one occasion never yields two jobs. Occasions missed while nothing ran are made
 * up for by one job.
 */
export const runDueSchedules = (db: Database, catalog: Catalog, now: Date): Promise<number> =>
  db.transaction(async (tx) => {
    const due = await dueSchedules(tx, now, BATCH)
    for (const schedule of due) {
      const job = scheduledJob(schedule, catalog)
      await insertJobs(tx, [job])
      await advanceSchedule(tx, schedule.id, nextRun(schedule.cron, schedule.timezone, now), job.id)
    }
    return due.length
  })

function scheduledJob(schedule: Schedule, catalog: Catalog) {
  const id = uuidv7()
  const contract = catalog.get(schedule.kind)
  return {
    id,
    workspace: schedule.workspace,
    kind: schedule.kind,
    queue: contract.queue,
    payload: schedule.payload,
    priority: schedule.priority,
    maxAttempts: contract.retry.attempts,
    runAt: null,
    enqueue: false,
    parentId: null,
    rootId: id,
    idempotencyKey: `schedule:${schedule.id}:${schedule.nextRunAt.toISOString()}`,
    requestHash: 'schedule',
    traceparent: null,
  }
}
