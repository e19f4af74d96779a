import { bigint, index, pgTable, primaryKey, real, uuid } from 'drizzle-orm/pg-core'
import { chunks } from './chunks.ts'
import { models } from './models.ts'

/** Where a passage lies in the space of one model. Spaces of different models have nothing to do with each other. */
export const chunkVectors = pgTable(
  'chunk_vectors',
  {
    modelId: uuid()
      .notNull()
      .references(() => models.id, { onDelete: 'cascade' }),
    chunkId: bigint({ mode: 'number' })
      .notNull()
      .references(() => chunks.id, { onDelete: 'cascade' }),
    embedding: real().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.modelId, table.chunkId] }), index('chunk_vectors_chunk').on(table.chunkId)],
)
