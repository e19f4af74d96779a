import { sql } from 'drizzle-orm'
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea } from './bytea.ts'

export const modelStates = ['building', 'serving', 'retired', 'refused'] as const
export type ModelState = (typeof modelStates)[number]

/**
 * Models that turn text into vectors: trained on a workspace's own passages, or asked over HTTP. One serves; earlier ones
 * are kept to go back to.
 */
export const models = pgTable(
  'models',
  {
    /** The job that trained it, or first asked it. */
    id: uuid().primaryKey(),
    workspace: text().notNull(),
    name: text().notNull(),
    dimensions: integer().notNull(),
    /** Vectors of length 1, or as the model gives them. */
    normalisation: text().$type<'unit' | 'none'>().notNull().default('unit'),
    /** How many passages it was trained on or was asked for, and terms it knows. */
    passages: integer().notNull(),
    terms: integer().notNull(),
    /** SHA-256 of the bytes, or of what tells a model behind an address from others. */
    hash: text().notNull(),
    state: text().$type<ModelState>().notNull(),
    /** Why it was refused. */
    reason: text(),
    /** How well it found held-out passages. */
    measured: jsonb().$type<{ words: number; meaning: number; queries: number }>(),
    quality: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Empty where the model is behind an address. */
    bytes: bytea().notNull(),
    /** What its vectors have cost so far. */
    tokens: bigint({ mode: 'number' }).notNull().default(0),
    costUsd: doublePrecision().notNull().default(0),
    trainedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('models_trained').on(table.workspace, table.trainedAt),
    uniqueIndex('models_serving').on(table.workspace).where(sql`state = 'serving'`),
  ],
)
