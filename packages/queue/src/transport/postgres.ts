import type { Logger } from '@assay/runtime'
import { createPostgresBackend, Queue, Worker } from 'bullmq'
import pg from 'pg'
import { createBullTransport } from './bullmq-transport.ts'
import type { Transport } from './transport.ts'

/** Deliveries through BullMQ's PostgreSQL backend: needs no other software, at a fraction of the throughput. */
export async function createPostgresTransport({
  databaseUrl,
  prefix,
  logger,
}: {
  databaseUrl: string
  prefix: string
  logger: Logger
}): Promise<Transport> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'assay-queue' })
  pool.on('error', (error) => logger.warn({ err: error }, 'queue database connection failed'))
  const schema = `bullmq_${prefix.replaceAll(/[^a-z0-9_]/g, '_')}`
  const connection = { connectionString: databaseUrl, schema, migrate: true, max: 4 }

  return createBullTransport(
    {
      kind: 'postgres',
      // The casts: BullMQ's types carry the backend; this room uses only what both backends share.
      openQueue: (name) => new Queue(name, { connection }, createPostgresBackend) as unknown as Queue,
      openWorker: (name, options, process) =>
        new Worker(name, process, { connection, ...options }, createPostgresBackend) as unknown as Worker,
      ping: async () => {
        await pool.query('SELECT 1')
      },
      close: () => pool.end(),
    },
    logger,
  )
}
