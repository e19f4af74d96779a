import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
/** A person as stored: the address only as a keyed hash, for joining one person's work. */
export type Person = { name: string; login: string | null; emailHash: string | null }
/** `body` is the text below the title without trailers; what was stored before it was kept has none. */
export type StoredCommit = { sha: string; title: string; body?: string; author: Person; authoredAt: string }
export type StoredReview = { reviewer: string; state: string; submittedAt: string | null }
export type Completeness = 'collecting' | 'complete' | 'partial'
/** As `@assay/value` estimates it. */
export type StoredEffort = Readonly<Record<string, unknown>>
/** As `@assay/value` extracts it. */
export type StoredClaim = Readonly<Record<string, unknown>>
/** As `@assay/value` finds it: what a pull request is to an earlier one. */
export type StoredLink = { relation: string; target: Readonly<Record<string, unknown>>; quote: string }
export type ScoreReason = { reason: string; contribution: number; evidence: string }

export const repositories = pgTable(
  'repositories',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    /** Where it was read from; unique in its workspace. */
    origin: text().notNull(),
    /** Which kind of source wrote `cursor`. */
    sourceKind: text().$type<'git' | 'github'>().notNull().default('git'),
    visibility: text().$type<'public' | 'private' | 'internal' | 'unknown'>().notNull().default('unknown'),
    /** SPDX identifier. */
    license: text(),
    defaultBranch: text().notNull(),
    /** The commit up to which it was read last. */
    head: text(),
    /** The source's own mark behind which the next collection starts. */
    cursor: text(),
    /** Merged pull requests that the source has, as far as it said so at the last collection. */
    expectedPullRequests: integer(),
    completeness: text().$type<Completeness>().notNull().default('collecting'),
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
    /** Null for a change unit: a commit of a repository that has no pull requests. */
    number: integer(),
    sha: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    authorName: text().notNull(),
    authorLogin: text(),
    /** Keyed with the workspace's identity key; addresses themselves are not kept. */
    authorEmailHash: text(),
    coAuthors: jsonb().$type<Person[]>().notNull().default([]),
    mergedAt: timestamp({ withTimezone: true }).notNull(),
    additions: integer().notNull(),
    deletions: integer().notNull(),
    changedFiles: integer().notNull(),
    files: jsonb().$type<ChangedFile[]>().notNull(),
    /** As git gives it: equal for the same change on another branch. Null where it is not known. */
    patchId: text(),
    commitCount: integer().notNull().default(0),
    commits: jsonb().$type<StoredCommit[]>().notNull().default([]),
    labels: text().array().notNull().default(sql`'{}'`),
    reviewCount: integer().notNull().default(0),
    reviews: jsonb().$type<StoredReview[]>().notNull().default([]),
    /** `#12` in the same repository, else `owner/name#12`. */
    linkedIssues: text().array().notNull().default(sql`'{}'`),
    /** How its merge was recognised. */
    how: text().notNull(),
    flags: text().array().notNull().default(sql`'{}'`),
    /** Set when the history was rewritten and the source does not have it any more. */
    vanishedAt: timestamp({ withTimezone: true }),
    collectedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('pull_requests_number').on(table.repositoryId, table.number),
    uniqueIndex('pull_requests_change_unit').on(table.repositoryId, table.sha).where(sql`number IS NULL`),
    index('pull_requests_merged').on(table.workspace, table.mergedAt, table.id),
    index('pull_requests_size').on(table.workspace, sql`(additions + deletions)`, table.id),
    index('pull_requests_author').on(table.workspace, table.authorName),
  ],
)

/** One run of collecting a repository, whole or from where the last one ended. */
export const collections = pgTable(
  'collections',
  {
    /** The job that ran it. */
    jobId: uuid().primaryKey(),
    repositoryId: uuid()
      .notNull()
      .references(() => repositories.id, { onDelete: 'cascade' }),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
    /** Read from the beginning, so what it did not find has vanished. */
    whole: boolean().notNull(),
    /** The history behind the last cursor was gone. */
    rewritten: boolean().notNull().default(false),
    expected: integer(),
    found: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    head: text(),
    completeness: text().$type<Completeness>().notNull().default('collecting'),
  },
  (table) => [index('collections_repository').on(table.repositoryId, table.startedAt)],
)

/** What a source has and we have not: stays until a later run gets it. */
export const collectionGaps = pgTable(
  'collection_gaps',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    repositoryId: uuid()
      .notNull()
      .references(() => repositories.id, { onDelete: 'cascade' }),
    connection: text().notNull(),
    /** Null when it concerns the whole repository or a change unit. */
    number: integer(),
    sha: text(),
    expected: integer(),
    found: integer().notNull(),
    reason: text().notNull(),
    message: text().notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('collection_gaps_repository').on(table.repositoryId, table.number)],
)

/** Keys the hashes of addresses, so that a dump of one workspace cannot be matched against a list of addresses. */
export const identityKeys = pgTable('identity_keys', {
  workspace: text().primaryKey(),
  key: text().notNull(),
})

/** People who asked to be forgotten, by keyed hashes of what names them; later collections leave them out too. */
export const forgottenAuthors = pgTable(
  'forgotten_authors',
  {
    workspace: text().notNull(),
    /** Hash of an address, an account name or a name. */
    identityHash: text().notNull(),
    forgottenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.identityHash] })],
)

/**
 * What somebody said of two names: `same` if `other` is the name that stands for `name` as well, and then no other row
 * says so of either; `distinct` if they are two people's, and then `name` sorts before `other`.
 */
export const authorVerdicts = pgTable(
  'author_verdicts',
  {
    workspace: text().notNull(),
    name: text().notNull(),
    other: text().notNull(),
    verdict: text().$type<'same' | 'distinct'>().notNull(),
    /** The id of the key that said so. */
    saidBy: text().notNull(),
    saidAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.name, table.other] })],
)

/** Deliveries of webhooks that were accepted; GitHub sends some twice. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text().primaryKey(),
    event: text().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('webhook_deliveries_received').on(table.receivedAt)],
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
    kindProbability: real().notNull().default(1),
    kindEvidence: text().notNull(),
    /** Significance, 0 to 100, with its interval. */
    score: real().notNull(),
    low: real().notNull().default(0),
    high: real().notNull().default(100),
    breakdown: jsonb().$type<ScoreReason[]>().notNull(),
    /** Hours with their intervals, and what was counted and left out; or why they are not known. */
    effort: jsonb().$type<StoredEffort>().notNull().default({}),
    /** Quantities that its text states, each with the place where it does. */
    claims: jsonb().$type<StoredClaim[]>().notNull().default([]),
    /** Earlier pull requests that it undoes, repairs or carries on. */
    links: jsonb().$type<StoredLink[]>().notNull().default([]),
    /** The same for one change on several branches. */
    shape: text(),
    scoredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('scores_value').on(table.workspace, table.score, table.pullRequestId),
    index('scores_kind').on(table.workspace, table.kind),
    index('scores_shape').on(table.workspace, table.shape),
  ],
)
