import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What a workspace assumes about prices and people; each declaration is a version, and none is changed. */
export const valueContexts = pgTable(
  'value_contexts',
  {
    workspace: text().notNull(),
    /** Counted from 1. */
    version: integer().notNull(),
    context: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The id of the key that declared it. */
    declaredBy: text().notNull(),
    declaredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.version] })],
)

export const reports = pgTable(
  'reports',
  {
    /** The job that made it. */
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    title: text().notNull(),
    /** Of whose work and names it tells, so that it goes when they go. */
    repositoryIds: uuid().array().notNull(),
    people: text().array().notNull(),
    /** As `@assay/value` composes it. */
    document: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('reports_created').on(table.workspace, table.createdAt, table.id)],
)
