import type { AttemptOutcome, JobState } from '@assay/contracts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** What went wrong in an attempt, as shown to people. */
export type JobError = { code: string; message: string; retryable: boolean; stack?: string }

/**
 * The ledger. Indexes over changing columns are partial and small, so that a job's three updates touch few of them;
 * `lease_expires_at` is in none, so that renewing a lease stays a heap-only update.
 */
export const jobs = pgTable(
  'jobs',
  {
    /** UUIDv7: sorts by creation. */
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    kind: text().notNull(),
    queue: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Position in `priorities`: 0 is soonest. */
    priority: smallint().notNull(),
    /** Classes that ageing has raised this job by. */
    boost: smallint().notNull().default(0),
    state: text().$type<JobState>().notNull(),
    /** Attempts used up since submission or the last replay, a running one included. */
    attempt: smallint().notNull().default(0),
    maxAttempts: smallint().notNull(),
    /** Workers that died holding this job since submission or the last replay. */
    crashes: smallint().notNull().default(0),
    /** Deliveries so far; a delivery to the queue is named `<id>.<epoch>`, older ones are void. */
    epoch: integer().notNull().default(0),
    /** Fencing token: counts the claims. Only the holder of the newest may write. */
    lease: integer().notNull().default(0),
    leaseExpiresAt: timestamp({ withTimezone: true }),
    worker: text(),
    runAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the delivery was handed to the queue; null while it waits in the ledger. */
    enqueuedAt: timestamp({ withTimezone: true }),
    parentId: uuid(),
    rootId: uuid().notNull(),
    /** The job that this one does again, with its payload as it was or changed. */
    replayOf: uuid(),
    idempotencyKey: text(),
    requestHash: text(),
    traceparent: text(),
    progress: jsonb().$type<Record<string, unknown>>(),
    result: jsonb().$type<unknown>(),
    error: jsonb().$type<JobError>(),
    /** Groups dead letters that failed alike. */
    fingerprint: text(),
    cancelRequestedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    startedAt: timestamp({ withTimezone: true }),
    finishedAt: timestamp({ withTimezone: true }),
    /** Grows with every change of the row; a tree's sum of versions numbers its events. */
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('jobs_idempotency').on(table.workspace, table.idempotencyKey).where(sql`idempotency_key IS NOT NULL`),
    index('jobs_list').on(table.workspace, table.id),
    index('jobs_list_by_kind').on(table.workspace, table.kind, table.id),
    index('jobs_tree').on(table.rootId),
    index('jobs_children').on(table.parentId).where(sql`parent_id IS NOT NULL`),
    index('jobs_list_by_state').on(table.workspace, table.state, table.id),
    index('jobs_list_by_error').on(table.workspace, sql`(error ->> 'code')`, table.id).where(sql`error IS NOT NULL`),
    index('jobs_ended').on(table.workspace, table.finishedAt, table.state).where(sql`state IN ('succeeded', 'failed')`),
    index('jobs_dead').on(table.workspace, table.fingerprint, table.id).where(sql`state = 'failed'`),
    index('jobs_due').on(table.runAt).where(sql`state IN ('scheduled', 'retrying')`),
    index('jobs_backlog')
      .on(table.queue, table.priority, table.workspace, table.id)
      .where(sql`state = 'queued' AND enqueued_at IS NULL`),
    index('jobs_enqueued').on(table.queue, table.enqueuedAt).where(sql`state = 'queued' AND enqueued_at IS NOT NULL`),
    index('jobs_running').on(table.queue).where(sql`state = 'running'`),
  ],
)

/** One row per attempt that ended. A running attempt stands in its job's row. */
export const jobAttempts = pgTable(
  'job_attempts',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    lease: integer().notNull(),
    attempt: smallint().notNull(),
    worker: text(),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    finishedAt: timestamp({ withTimezone: true }).notNull(),
    outcome: text().$type<AttemptOutcome>().notNull(),
    error: jsonb().$type<JobError>(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.lease] })],
)

/** What an operator said about a queue; a queue without a row is open. */
export const queues = pgTable('queues', {
  name: text().primaryKey(),
  pausedAt: timestamp({ withTimezone: true }),
})

/** Jobs that come again, by a cron expression. */
export const schedules = pgTable(
  'schedules',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    priority: smallint().notNull(),
    cron: text().notNull(),
    timezone: text().notNull().default('UTC'),
    enabled: boolean().notNull().default(true),
    nextRunAt: timestamp({ withTimezone: true }).notNull(),
    lastJobId: uuid(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('schedules_name').on(table.workspace, table.name),
    index('schedules_due').on(table.nextRunAt).where(sql`enabled`),
  ],
)

/** Who does a duty that only one process should do at a time, until when. */
export const duties = pgTable('duties', {
  name: text().primaryKey(),
  holder: text().notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})
