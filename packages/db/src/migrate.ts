import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const MIGRATION_LOCK = 4_727_061

/** Brings a database to the newest schema. Safe to call from several processes at once: they take turns. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'assay-migrate' })
  await client.connect()
  try {
    // The migrator's own COMMIT ends this transaction, and with it the lock.
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await runMigrations(drizzle(client), { migrationsFolder: join(import.meta.dirname, '../migrations') })
  } finally {
    await client.end()
  }
}
