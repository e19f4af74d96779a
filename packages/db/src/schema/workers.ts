import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Processes that work jobs off, each with its last sign of life; `id` is what `jobs.worker` names. */
export const workers = pgTable('workers', {
  id: text().primaryKey(),
  service: text().notNull(),
  version: text().notNull(),
  host: text().notNull(),
  pid: integer().notNull(),
  queues: text().array().notNull(),
  /** Jobs at a time, for each queue. */
  concurrency: integer().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  lastHeartbeatAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
