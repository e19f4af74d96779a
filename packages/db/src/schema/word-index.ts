import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytea } from './bytea.ts'

/** Parts of the word index of a large workspace, each over a run of its passages, and never changed. */
export const wordSegments = pgTable(
  'word_segments',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workspace: text().notNull(),
    passages: integer().notNull(),
    /** Of the newest passage in it: those after it are in later segments, or in none yet. */
    lastChunkId: bigint({ mode: 'number' }).notNull(),
    /** The passages' ids, 8 bytes each, and how many terms each has, 4 bytes. */
    chunkIds: bytea().notNull(),
    lengths: bytea().notNull(),
  },
  (table) => [index('word_segments_workspace').on(table.workspace, table.lastChunkId)],
)

/** In which passages of a segment a term stands, and how often. */
export const wordPostings = pgTable(
  'word_postings',
  {
    segmentId: bigint({ mode: 'number' })
      .notNull()
      .references(() => wordSegments.id, { onDelete: 'cascade' }),
    term: text().notNull(),
    frequency: integer().notNull(),
    /** Places in the segment and counts, packed. */
    postings: bytea().notNull(),
    /** Of frequent terms: where their postings can be jumped to, and what is there at most; packed. */
    blocks: bytea().notNull().default(sql`''`),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.term] })],
)
