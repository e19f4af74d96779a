import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@assay/db'
import { startEmbeddedPostgres } from '@assay/embedded'
import pg from 'pg'

export type TestDatabase = { readonly url: string; drop(): Promise<void> }

/** A fresh, migrated database for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = required('ASSAY_TEST_POSTGRES')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await runAsAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${required('ASSAY_TEST_TEMPLATE')}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** A migrated PostgreSQL server for one test alone, to be stopped under its clients. */
export async function ownPostgres(): Promise<TestDatabase & { stop(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'assay-postgres-'))
  const postgres = await startEmbeddedPostgres({ home, isDurable: false })
  await migrate(postgres.url)
  return {
    url: postgres.url,
    stop: postgres.stop,
    async drop() {
      await postgres.discard()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Runs one statement that concerns whole databases. */
export async function runAsAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the tests with "npm test"`)
  return value
}
