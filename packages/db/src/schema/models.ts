import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './bytea.ts'

export const modelStates = ['serving', 'retired', 'refused'] as const
export type ModelState = (typeof modelStates)[number]

/** Models that turn text into vectors, trained on a workspace's own passages. One serves; earlier ones are kept to go back to. */
export const models = pgTable(
  'models',
  {
    /** The job that trained it. */
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    dimensions: integer().notNull(),
    /** How many passages it was trained on, and terms it knows. */
    passages: integer().notNull(),
    terms: integer().notNull(),
    /** SHA-256 of the bytes. */
    hash: text().notNull(),
    state: text().$type<ModelState>().notNull(),
    /** Why it was refused. */
    reason: text(),
    /** How well it found held-out passages. */
    measured: jsonb().$type<{ words: number; meaning: number; queries: number }>(),
    quality: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    bytes: bytea().notNull(),
    trainedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('models_trained').on(table.workspace, table.trainedAt),
    uniqueIndex('models_serving').on(table.workspace).where(sql`state = 'serving'`),
  ],
)
