import type { Logger } from '@assay/runtime'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { createBullTransport } from './bullmq-transport.ts'
import type { Transport } from './transport.ts'

/** Deliveries through Redis or Valkey. `prefix` keeps several Assays on one server apart. */
export async function createRedisTransport({
  redisUrl,
  prefix,
  logger,
}: {
  redisUrl: string
  prefix: string
  logger: Logger
}): Promise<Transport> {
  // Without an offline queue a submission fails at once while Redis is away, instead of hanging; the relay repeats it.
  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: true })
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true })
  for (const connection of [producer, consumer]) {
    connection.on('error', (error) => logger.warn({ err: error }, 'redis connection failed'))
  }
  await producer.connect()
  await consumer.connect()
  // One hash tag for all keys, so that a Redis Cluster keeps them in one slot.
  const keyPrefix = `{${prefix}}`

  return createBullTransport(
    {
      kind: 'redis',
      openQueue: (name) =>
        new Queue(name, { connection: producer, prefix: keyPrefix, streams: { events: { maxLen: 100 } } }),
      openWorker: (name, options, process) =>
        new Worker(name, process, { connection: consumer, prefix: keyPrefix, ...options }),
      ping: async () => {
        await producer.ping()
      },
      close: async () => {
        producer.disconnect()
        consumer.disconnect()
      },
    },
    logger,
  )
}
