import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import pg from 'pg'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { freePort, isPortFree, nextFreePort } from './free-port.ts'
import { findPostgresHome } from './postgres-home.ts'
import { startQueueBackend } from './queue-backend.ts'

let home: string
beforeEach(() => {
  // Closed to everybody else, as a home directory often is.
  home = mkdtempSync(join(tmpdir(), 'assay-embedded-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('data and address survive a stop, and whoever lacks the password stays out', async () => {
  const first = await startEmbeddedPostgres({ home })
  await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  const open = new URL(first.url)
  open.password = 'wrong'
  await expect(query(open.href, 'SELECT 1')).rejects.toThrow(/password/)
  await first.stop()

  const second = await startEmbeddedPostgres({ home })
  expect(second.url).toBe(first.url)
  expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(await query(second.url, "SELECT 'ÄPFEL' ILIKE 'äpfel' AS alike")).toEqual([{ alike: true }])
  await second.discard()
})

test('a server that a crash left running is taken over', async () => {
  const left = await startEmbeddedPostgres({ home })
  const taken = await startEmbeddedPostgres({ home })
  expect(taken.url).toBe(left.url)
  await taken.discard()
  await expect(query(left.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a start that was cut off while the data was set up leaves nothing that the next one trips over', async () => {
  const { folder } = findPostgresHome(home)
  mkdirSync(join(folder, 'data.partial'))
  writeFileSync(join(folder, 'data.partial/PG_VERSION'), '18')
  const started = await startEmbeddedPostgres({ home })
  expect(await query(started.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await started.discard()
})

test('a note of a server whose number belongs to another process by now is not believed', async () => {
  const first = await startEmbeddedPostgres({ home })
  await first.stop()
  const { folder } = findPostgresHome(home)
  writeFileSync(join(folder, 'data/postmaster.pid'), `${process.pid}\n${folder}/data\n`)
  const second = await startEmbeddedPostgres({ home })
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.discard()
})

test('where no Redis can be had the queue goes to the database', async () => {
  expect(await startQueueBackend({ home, path: '/nowhere' })).toMatchObject({
    kind: 'postgres',
    from: expect.stringContaining('apt-get'),
  })
})

const program = process.env.ASSAY_TEST_REDIS_PROGRAM
const withRedis = program ? test : test.skip
withRedis('a private Redis keeps what it is given, refuses rather than forgets, and asks for a password', async () => {
  const { startPrivateRedis } = await import('./private-redis.ts')
  const redis = await startPrivateRedis(JSON.parse(program ?? ''), home)
  const client = new Redis(redis.url)
  expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes'])
  expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
  client.disconnect()
  const stranger = new Redis({ port: Number(new URL(redis.url).port), retryStrategy: () => null })
  stranger.on('error', () => {})
  await expect(stranger.ping()).rejects.toThrow(/NOAUTH/)
  stranger.disconnect()
  await redis.stop()
})

test('a port that is taken is not free, and the next one is found', async () => {
  const port = await freePort()
  const occupant = createServer().listen(port, '127.0.0.1')
  try {
    expect(await isPortFree(port)).toBe(false)
    expect(await nextFreePort(port)).toBeGreaterThan(port)
  } finally {
    occupant.close()
  }
})
