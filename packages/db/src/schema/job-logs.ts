import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { jobs } from './jobs.ts'

/** What handlers wrote to their loggers. Lines of a job are numbered from 1; a number that is missing was dropped. */
export const jobLogs = pgTable(
  'job_logs',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    level: text().notNull(),
    message: text().notNull(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.line] })],
)
