import { createCatalog } from '@assay/contracts'
import { openDatabase } from '@assay/db'
import { createLogger } from '@assay/runtime'
import { trace } from '@opentelemetry/api'
import { defineHandler } from '../handler.ts'
import { createTransport } from '../transport/create-transport.ts'
import { startWorkerHost } from '../work/worker-host.ts'
import { work } from './toy-jobs.ts'

/**
 * A worker process that a test can kill. A job named "hang" says "started" and never ends in a worker told to hang;
 * every finished job leaves a row in the table `effects`.
 */
const { DATABASE_URL = '', REDIS_URL, QUEUE_PREFIX = '', HANG } = process.env
const logger = createLogger({ service: 'toy-worker', level: 'warn' })
const db = openDatabase({ url: DATABASE_URL, poolSize: 4 })

const handler = defineHandler(work, async ({ name }, { jobId }) => {
  process.stdout.write(`started ${name}\n`)
  if (HANG) await new Promise(() => {})
  return {
    result: { by: String(process.pid) },
    effects: async (tx) => {
      await tx.query('INSERT INTO effects (job_id) VALUES ($1)', [jobId])
    },
  }
})

await startWorkerHost({
  db,
  catalog: createCatalog([work]),
  transport: await createTransport({ redisUrl: REDIS_URL, databaseUrl: DATABASE_URL, prefix: QUEUE_PREFIX, logger }),
  handlers: [handler],
  concurrency: 20,
  workerName: `toy-${process.pid}`,
  logger,
  tracer: trace.getTracer('toy'),
})
process.stdout.write('ready\n')
