import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { documents } from './documents.ts'
import { pullRequests } from './work.ts'

/** Where the words stand that prove it. Only their SHA-256 is kept: what was reworded since is not quoted. */
export type StoredQuote = {
  field: 'title' | 'body' | 'commit' | 'text'
  index?: number | undefined
  start: number
  end: number
  hash: string
}

export const achievements = pgTable(
  'achievements',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    /** The smallest is shown first. */
    position: integer().notNull(),
    /** The newest; counts from 1. */
    version: integer().notNull(),
    /** What the public sees; null for a draft. */
    publishedVersion: integer(),
    publishedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('achievements_order').on(table.workspace, table.position)],
)

/** What an achievement said each time it was saved. None is changed. */
export const achievementVersions = pgTable(
  'achievement_versions',
  {
    achievementId: uuid()
      .notNull()
      .references(() => achievements.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    title: text().notNull(),
    story: text().notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.achievementId, table.version] })],
)

/** What proves a version; gone from all of them when its target goes. */
export const achievementEvidence = pgTable(
  'achievement_evidence',
  {
    achievementId: uuid().notNull(),
    version: integer().notNull(),
    position: integer().notNull(),
    pullRequestId: uuid().references(() => pullRequests.id, { onDelete: 'cascade' }),
    documentId: uuid().references(() => documents.id, { onDelete: 'cascade' }),
    quote: jsonb().$type<StoredQuote>(),
    note: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.achievementId, table.version, table.position] }),
    foreignKey({
      name: 'achievement_evidence_version',
      columns: [table.achievementId, table.version],
      foreignColumns: [achievementVersions.achievementId, achievementVersions.version],
    }).onDelete('cascade'),
    check('achievement_evidence_target', sql`num_nonnulls(pull_request_id, document_id) = 1`),
    index('achievement_evidence_pull_request').on(table.pullRequestId),
    index('achievement_evidence_document').on(table.documentId),
  ],
)

/** As `@assay/contracts` has it. */
export type StoredProfile = {
  name: string
  headline: string
  about: string
  links: { label: string; url: string }[]
  slug: string | null
}

/** Who a workspace's portfolio is of. */
export const portfolios = pgTable(
  'portfolios',
  {
    workspace: text().primaryKey(),
    version: integer().notNull(),
    profile: jsonb().$type<StoredProfile>().notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The version that the public sees; null while there is no site. */
    publishedVersion: integer(),
    publishedProfile: jsonb().$type<StoredProfile>(),
    publishedAt: timestamp({ withTimezone: true }),
  },
  () => [
    uniqueIndex('portfolios_address')
      .on(sql`coalesce(published_profile ->> 'slug', '')`)
      .where(sql`published_version IS NOT NULL`),
  ],
)
