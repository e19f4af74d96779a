import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { pullRequests } from './work.ts'

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

/** What somebody saw come true, after the merge, of a claim. It counts as long as the text states that claim. */
export const claimObservations = pgTable(
  'claim_observations',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    pullRequestId: uuid()
      .notNull()
      .references(() => pullRequests.id, { onDelete: 'cascade' }),
    /** SHA-256 of the claim's words, which outlasts scoring again. */
    claimHash: text().notNull(),
    value: doublePrecision().notNull(),
    /** As the observer writes it; null for a bare number. */
    unit: text(),
    /** Where it can be looked up, or what was read there. */
    link: text(),
    quote: text(),
    measuredAt: timestamp({ withTimezone: true }).notNull(),
    /** The id of the key that said so. */
    observedBy: text().notNull(),
    observedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('claim_observations_pull_request').on(table.pullRequestId)],
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
