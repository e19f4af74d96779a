import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { documents } from './documents.ts'
import { pullRequests } from './work.ts'

/** Passages that can be found: parts of the text of a pull request or a document. */
export const chunks = pgTable(
  'chunks',
  {
    /** Grows with every write, so that what changed since a moment can be told. */
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workspace: text().notNull(),
    pullRequestId: uuid().references(() => pullRequests.id, { onDelete: 'cascade' }),
    documentId: uuid().references(() => documents.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** UTF-16 offsets into the text of the source. */
    start: integer().notNull(),
    end: integer().notNull(),
    /** Headings above it, outermost first. */
    headings: text().array().notNull().default(sql`'{}'`),
    text: text().notNull(),
  },
  (table) => [
    uniqueIndex('chunks_of_pull_request').on(table.pullRequestId, table.position),
    uniqueIndex('chunks_of_document').on(table.documentId, table.position),
    index('chunks_workspace').on(table.workspace, table.id),
    check('chunks_of_one_source', sql`num_nonnulls(pull_request_id, document_id) = 1`),
  ],
)
