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
import { bytea } from './bytea.ts'

export const documentStatuses = ['received', 'converted', 'quarantined', 'rejected'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** As `@assay/documents` makes them; each is checked there, and again on its way out. */
export type StoredParts = readonly object[]
export type StoredQuality = object
export type GateOutcome = { verdict: string; reasons: readonly { text: string }[] }
export type Rejection = { code: string; message: string }

/** One version of a document. The same bytes are kept once in a workspace, under the name that they came under first. */
export const documents = pgTable(
  'documents',
  {
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    /** Counts from 1 under a name; the greatest is the one that holds. */
    version: integer().notNull(),
    /** SHA-256 of the bytes, in hexadecimal. */
    contentHash: text().notNull(),
    /** As the sender called it; what it is, is in `format`. */
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    status: text().$type<DocumentStatus>().notNull().default('received'),
    /** By its content; null until it is read. */
    format: text(),
    title: text(),
    language: text(),
    /** Canonical text; every offset below counts its UTF-16 units. */
    text: text(),
    characters: integer(),
    pages: integer(),
    metadata: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Which part of the text came from where in the source. */
    map: jsonb().$type<StoredParts>().notNull().default([]),
    blocks: jsonb().$type<StoredParts>().notNull().default([]),
    /** Confidence of recognised pages and words; null where nothing was recognised from a picture. */
    ocr: jsonb().$type<object>(),
    losses: jsonb().$type<StoredParts>().notNull().default([]),
    quality: jsonb().$type<StoredQuality>(),
    /** 0 to 100. */
    score: real(),
    gate: jsonb().$type<GateOutcome>(),
    /** Why nothing could be read of it. */
    rejection: jsonb().$type<Rejection>(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    convertedAt: timestamp({ withTimezone: true }),
    /** When somebody let it out of quarantine. */
    releasedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('documents_content').on(table.workspace, table.contentHash),
    uniqueIndex('documents_version').on(table.workspace, table.name, table.version),
    index('documents_listed').on(table.workspace, table.id),
  ],
)

/** The bytes as they came, in parts, so that neither side has to hold a whole document to pass it on. */
export const documentParts = pgTable(
  'document_parts',
  {
    documentId: uuid()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
)

/** Limits of the quality gate that a workspace has changed; all others keep their defaults. */
export const documentThresholds = pgTable('document_thresholds', {
  workspace: text().primaryKey(),
  thresholds: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
