import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

const MIGRATION_LOCK = 4_727_061

/**
 * Our statements with many branches are short, though the planner takes them for long ones: compiling them by JIT takes
 * seconds and saves nothing. For the database, as a pooler in between may know no settings of a session; who does not
 * own it goes without.
 */
const WITHOUT_JIT = `DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$`

/** Brings a database to the newest schema. Safe to call from several processes at once: they take turns. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'assay-migrate' })
  await client.connect()
  try {
    // The migrator's own COMMIT ends this transaction, and with it the lock.
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query(WITHOUT_JIT)
    await runMigrations(drizzle(client), { migrationsFolder: join(import.meta.dirname, '../migrations') })
  } finally {
    await client.end()
  }
}
