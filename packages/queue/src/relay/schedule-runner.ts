import type { Catalog } from '@assay/contracts'
import { advanceSchedule, type Database, dueSchedules, insertJobs, type NewJob, type Schedule } from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import { uuidv7 } from 'uuidv7'
import { startSendSpan } from '../tracing.ts'
import { nextRun } from './next-run.ts'

const BATCH = 100

/**
 * Submits the jobs of schedules whose time has come. The job and the schedule's next time commit together, and the job
 * carries a key made of both, so that one occasion never yields two jobs. Occasions missed while nothing ran are made
 * up for by one job.
 */
export const runDueSchedules = (
  { db, catalog, logger, tracer }: { db: Database; catalog: Catalog; logger: Logger; tracer: Tracer },
  now: Date,
): Promise<number> =>
  db.transaction(async (tx) => {
    const due = await dueSchedules(tx, now, BATCH)
    for (const schedule of due) {
      const job = scheduledJob(schedule, catalog)
      if (job) await insertJobs(tx, [{ ...job, traceparent: startSendSpan(tracer, job) }])
      else logger.error({ schedule: schedule.name, kind: schedule.kind }, 'no such job kind; the schedule did nothing')
      await advanceSchedule(tx, schedule.id, nextRun(schedule.cron, schedule.timezone, now), job?.id ?? null)
    }
    return due.length
  })

/** Null for a kind that this version does not know: one such schedule must not hold up the others. */
function scheduledJob(schedule: Schedule, catalog: Catalog): NewJob | null {
  const contract = catalog.find(schedule.kind)
  if (!contract) return null
  const id = uuidv7()
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
