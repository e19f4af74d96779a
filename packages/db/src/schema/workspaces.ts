import { sql } from 'drizzle-orm'
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Whoever shares repositories, jobs and results. Every row that a user can see belongs to one workspace. */
export const workspaces = pgTable('workspaces', {
  id: text().primaryKey(),
  name: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** Sign-in links that were used, until they would have ended anyway: each opens the console once. */
export const usedSignInLinks = pgTable('used_sign_in_links', {
  id: text().primaryKey(),
  until: timestamp({ withTimezone: true }).notNull(),
})

/** Only the SHA-256 of a key's 256-bit secret is kept, so a dump of this table opens nothing. */
export const apiKeys = pgTable('api_keys', {
  id: uuid().primaryKey(),
  workspace: text()
    .notNull()
    .references(() => workspaces.id),
  name: text().notNull(),
  secretHash: text().notNull(),
  scopes: text().array().notNull().default(sql`'{}'`),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  lastUsedAt: timestamp({ withTimezone: true }),
  revokedAt: timestamp({ withTimezone: true }),
})
