import { createCatalog, type JobContract, type JobState } from '@assay/contracts'
import { findJob, type JobRow, listAttempts, openDatabase } from '@assay/db'
import { createLogger } from '@assay/runtime'
import { testDatabase, testRedisUrl, waitFor } from '@assay/testkit'
import { type Tracer, trace } from '@opentelemetry/api'
import type { JobHandler } from '../handler.ts'
import { defaultSettings, type QueueSettings } from '../settings.ts'
import { createJobQueue } from '../submit/job-queue.ts'
import { createTransport } from '../transport/create-transport.ts'
import { startWorkerHost, type WorkerHost } from '../work/worker-host.ts'

export type Backend = 'redis' | 'postgres'
/** Redis is left out on machines where none can be had. */
export const backends: readonly Backend[] = testRedisUrl() ? ['redis', 'postgres'] : ['postgres']

/** The same machinery with shorter waits, so that what takes seconds in service takes tenths in a test. */
export const quickSettings: QueueSettings = {
  ...defaultSettings,
  leaseMs: 1_500,
  renewEveryMs: 100,
  relayIdleMs: 20,
  reconcileEveryMs: 150,
  missingAfterMs: 300,
  dutyTtlMs: 600,
}

/** A real database and a real queue of their own, with helpers to submit and to wait. */
export async function openQueueFixture({
  backend,
  contracts,
  redisUrl,
  settings = quickSettings,
  tracer = trace.getTracer('queue-test'),
}: {
  backend: Backend
  contracts: readonly JobContract[]
  redisUrl?: string
  settings?: QueueSettings
  tracer?: Tracer
}) {
  const database = await testDatabase()
  const db = openDatabase({ url: database.url, poolSize: 8 })
  const lines: string[] = []
  const logger = createLogger({ service: 'queue-test', level: 'warn' }, { write: (line) => lines.push(line) })
  const catalog = createCatalog(contracts)
  const prefix = `test-${crypto.randomUUID().slice(0, 8)}`
  const usedRedisUrl = backend === 'redis' ? (redisUrl ?? testRedisUrl()) : undefined
  const transport = await createTransport({
    redisUrl: usedRedisUrl,
    databaseUrl: database.url,
    prefix,
    logger,
  })
  const queue = createJobQueue({ db, catalog, transport, logger, tracer, settings })
  const hosts = new Set<WorkerHost>()

  const job = async (id: string): Promise<JobRow> => {
    const row = await findJob(db, 'acme', id)
    if (!row) throw new Error(`no job ${id}`)
    return row
  }

  return {
    db,
    catalog,
    /** What was logged as a warning or worse. */
    lines,
    logger,
    transport,
    queue,
    /** For a worker in a process of its own. */
    env: { DATABASE_URL: database.url, QUEUE_PREFIX: prefix, ...(usedRedisUrl ? { REDIS_URL: usedRedisUrl } : {}) },
    job,
    submit: async (kind: string, payload: Record<string, unknown> = {}, more: object = {}) =>
      (await queue.submit({ workspace: 'acme', kind, payload, ...more })).id,
    attempts: async (id: string) => listAttempts(db, await job(id)),
    reaches: (id: string, state: JobState) =>
      waitFor(async () => (await job(id)).state === state, { describe: `job ${id} to be ${state}` }),
    async work(handlers: readonly JobHandler[], options: { concurrency?: number; name?: string } = {}) {
      const host = await startWorkerHost({
        db,
        catalog,
        transport,
        handlers,
        concurrency: options.concurrency ?? 4,
        workerName: options.name ?? `worker-${hosts.size}`,
        logger,
        tracer,
        settings,
      })
      hosts.add(host)
      return host
    },
    async close() {
      await Promise.all([...hosts].map((host) => host.stop({ graceMs: 2_000 })))
      await queue.close()
      await transport.close()
      await db.close()
      await database.drop()
    },
  }
}

export type QueueFixture = Awaited<ReturnType<typeof openQueueFixture>>
