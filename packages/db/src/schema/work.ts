import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

export type ChangedFile = { path: string; additions: number; deletions: number; binary?: boolean }
export type ScoreReason = { reason: string; contribution: number; evidence: string }

export const repositories = pgTable(
  'repositories',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    /** Where it was read from; unique in its workspace. */
    origin: text().notNull(),
    defaultBranch: text().notNull(),
    /** The commit up to which it was read last. */
    head: text(),
    /** The source's own mark behind which the next collection starts. */
    cursor: text(),
    completeness: text().$type<'complete' | 'partial' | 'collecting'>().notNull().default('collecting'),
    collectedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('repositories_origin').on(table.workspace, table.origin)],
)

export const pullRequests = pgTable(
  'pull_requests',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    repositoryId: uuid()
      .notNull()
      .references(() => repositories.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    sha: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    authorName: text().notNull(),
    /** Addresses themselves are not kept. */
    authorEmailHash: text().notNull(),
    mergedAt: timestamp({ withTimezone: true }).notNull(),
    additions: integer().notNull(),
    deletions: integer().notNull(),
    changedFiles: integer().notNull(),
    files: jsonb().$type<ChangedFile[]>().notNull(),
    /** How its merge was recognised. */
    how: text().notNull(),
    flags: text().array().notNull().default(sql`'{}'`),
    collectedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('pull_requests_number').on(table.repositoryId, table.number),
    index('pull_requests_merged').on(table.workspace, table.mergedAt, table.id),
    index('pull_requests_size').on(table.workspace, sql`(additions + deletions)`, table.id),
    index('pull_requests_author').on(table.workspace, table.authorName),
  ],
)

export const chunks = pgTable(
  'chunks',
  {
    pullRequestId: uuid()
      .notNull()
      .references(() => pullRequests.id, { onDelete: 'cascade' }),
    /** Name and version of the embedder; vectors of different ones never mix. */
    embedder: text().notNull(),
    position: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    text: text().notNull(),
    embedding: real().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pullRequestId, table.embedder, table.position] })],
)

export const scores = pgTable(
  'scores',
  {
    pullRequestId: uuid()
      .primaryKey()
      .references(() => pullRequests.id, { onDelete: 'cascade' }),
    workspace: text().notNull(),
    method: text().notNull(),
    kind: text().notNull(),
    kindEvidence: text().notNull(),
    score: real().notNull(),
    breakdown: jsonb().$type<ScoreReason[]>().notNull(),
    scoredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('scores_value').on(table.workspace, table.score, table.pullRequestId),
    index('scores_kind').on(table.workspace, table.kind),
  ],
)
