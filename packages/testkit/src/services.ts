import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@assay/db'
import {
  installedRedis,
  type RedisProgram,
  startEmbeddedPostgres,
  startPrivateRedis,
  unpackedRedis,
} from '@assay/embedded'
import { runAsAdmin } from './postgres.ts'

/** Kept between runs, so that only the first one downloads. */
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/assay')

export type TestServices = { stop(): Promise<void> }

/**
 * Brings up what the tests of one run share and tells their processes by environment variables: PostgreSQL with a
 * migrated template database, and Redis where one can be had. TEST_DATABASE_URL and TEST_REDIS_URL name others to use.
 */
export async function startTestServices(env: NodeJS.ProcessEnv): Promise<TestServices> {
  const home = await mkdtemp(join(tmpdir(), 'assay-test-'))
  const stops: (() => Promise<void>)[] = [() => rm(home, { recursive: true, force: true })]
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) await stopOne()
  }
  try {
    await bringUp(env, home, stops)
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function bringUp(env: NodeJS.ProcessEnv, home: string, stops: (() => Promise<void>)[]): Promise<void> {
  if (env.TEST_DATABASE_URL) env.ASSAY_TEST_POSTGRES = env.TEST_DATABASE_URL
  else {
    const postgres = await startEmbeddedPostgres({ home, database: 'postgres', isDurable: false })
    env.ASSAY_TEST_POSTGRES = postgres.url
    stops.push(postgres.discard)
  }
  const program = await redisProgram(env.PATH ?? '')
  if (program) env.ASSAY_TEST_REDIS_PROGRAM = JSON.stringify(program)
  if (env.TEST_REDIS_URL) env.ASSAY_TEST_REDIS = env.TEST_REDIS_URL
  else if (program) {
    const redis = await startPrivateRedis(program, home)
    env.ASSAY_TEST_REDIS = redis.url
    stops.push(redis.stop)
  }

  const { ASSAY_TEST_POSTGRES: adminUrl } = env
  const template = `assay_template_${process.pid}`
  await runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${template}`)
  await runAsAdmin(adminUrl, `CREATE DATABASE ${template}`)
  stops.push(() => runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`))
  await migrate(urlWithDatabase(adminUrl, template))
  env.ASSAY_TEST_TEMPLATE = template
}

const redisProgram = async (path: string): Promise<RedisProgram | null> =>
  installedRedis(path) ?? (await unpackedRedis(CACHE, path).catch(() => null))

function urlWithDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
