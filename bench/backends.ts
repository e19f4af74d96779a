import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, startQueueBackend } from '@assay/embedded'
import { Redis } from 'ioredis'
import pg from 'pg'

export type Urls = { database: string; redis: string }
type Backends = Urls & { versions: string }

/** The backends that TEST_DATABASE_URL and TEST_REDIS_URL name, or embedded ones. */
export async function openBackends(): Promise<{ backends: Backends; stop: () => Promise<void> }> {
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env
  const home = await mkdtemp(join(tmpdir(), 'assay-bench-'))
  const postgres = TEST_DATABASE_URL ? null : await startEmbeddedPostgres({ home, database: 'postgres' })
  const queue = TEST_REDIS_URL ? null : await startQueueBackend({ home, path: process.env.PATH ?? '' })
  const database = TEST_DATABASE_URL ?? postgres?.url ?? ''
  const redis = TEST_REDIS_URL ?? (queue?.kind === 'redis' ? queue.url : '')
  if (!redis) throw new Error('This benchmark needs Redis; set TEST_REDIS_URL')
  return {
    backends: { database, redis, versions: await readVersions(database, redis) },
    async stop() {
      await queue?.stop()
      await postgres?.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function readVersions(database: string, url: string): Promise<string> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows: found } = await client.query<{ server_version: string }>('SHOW server_version')
  await client.end()
  const redis = new Redis(url)
  const info = await redis.info('server')
  redis.disconnect()
  const version = /(?:valkey|redis)_version:(\S+)/.exec(info)?.[0].replace('_version:', ' ') ?? 'unknown'
  return `PostgreSQL ${found[0]?.server_version}, ${version}`
}

/** An empty database on the server, and an emptied Redis. */
export async function emptyBackends({ database, redis: url }: Backends): Promise<Urls> {
  const admin = new pg.Client({ connectionString: database })
  await admin.connect()
  await admin.query('DROP DATABASE IF EXISTS assay_bench WITH (FORCE)')
  await admin.query('CREATE DATABASE assay_bench')
  await admin.query('CHECKPOINT')
  await admin.end()
  const redis = new Redis(url)
  await redis.flushall()
  redis.disconnect()
  const own = new URL(database)
  own.pathname = '/assay_bench'
  return { database: own.href, redis: url }
}
