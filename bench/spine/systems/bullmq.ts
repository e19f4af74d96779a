import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import packageJson from '../../node_modules/bullmq/package.json' with { type: 'json' }
import { CONCURRENCY, type System } from '../system.ts'

const connect = (url: string) => new Redis(url, { maxRetriesPerRequest: null })

/** Redis alone: nothing is in a database, so this is the ceiling and not a peer in durability. */
export const system: System = {
  label: `BullMQ ${packageJson.version} (Redis only)`,
  prepare: async () => {},
  async openSubmitter({ redis }) {
    const connection = connect(redis)
    const queue = new Queue('bench', { connection, prefix: 'raw' })
    return {
      submit: async (id) => {
        await queue.add('noop', { id }, { removeOnComplete: true })
      },
      async close() {
        await queue.close()
        connection.disconnect()
      },
    }
  },
  async openWorker({ redis }, onDone) {
    const connection = connect(redis)
    const worker = new Worker('bench', async () => {}, { connection, prefix: 'raw', concurrency: CONCURRENCY })
    worker.on('completed', (job) => onDone(job.data.id))
    await worker.waitUntilReady()
    return {
      async close() {
        await worker.close()
        connection.disconnect()
      },
    }
  },
}
