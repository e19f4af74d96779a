import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'

/** Finished spans, newest `id` last. Bounded: the oldest are dropped. */
export const spans = pgTable(
  'spans',
  {
    id: bigserial({ mode: 'bigint' }).primaryKey(),
    traceId: text().notNull(),
    spanId: text().notNull(),
    parentSpanId: text(),
    service: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    startedAtNs: bigint({ mode: 'bigint' }).notNull(),
    durationNs: bigint({ mode: 'bigint' }).notNull(),
    status: text().notNull(),
    statusMessage: text(),
    attributes: jsonb().$type<Record<string, unknown>>().notNull(),
    events: jsonb().$type<unknown[]>().notNull(),
    links: jsonb().$type<unknown[]>().notNull(),
  },
  (table) => [
    index('spans_trace').on(table.traceId),
    index('spans_workspace')
      .on(sql`(attributes ->> 'assay.workspace')`, table.traceId)
      .where(sql`attributes ? 'assay.workspace'`),
  ],
)
