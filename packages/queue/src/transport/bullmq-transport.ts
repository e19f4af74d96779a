import type { Logger } from '@assay/runtime'
import type { Queue, Worker } from 'bullmq'
import type { QueuedDelivery, QueueWorker, Transport } from './transport.ts'

/** What differs between BullMQ's backends: how a queue and a worker are opened, and how the connection is checked. */
export type BullBackend = {
  kind: Transport['kind']
  openQueue(name: string): Queue
  openWorker(name: string, options: BullWorkerOptions, process: (job: { id?: string }) => Promise<void>): Worker
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * A worker that dies is noticed by the ledger's lease, not by BullMQ's stalled check. The latter only clears away
 * what the dead left behind, and must never fail a job by itself, hence the high count.
 */
const WORKER_OPTIONS = {
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 1_000_000,
  drainDelay: 5,
  runRetryDelay: 1_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const
type BullWorkerOptions = typeof WORKER_OPTIONS & { concurrency: number }

const PRESENT_STATES = ['waiting', 'prioritized', 'active', 'delayed'] as const
const ADD_CHUNK = 500

export function createBullTransport(backend: BullBackend, logger: Logger): Transport {
  const queues = new Map<string, Queue>()
  const workers = new Set<Worker>()

  const queueNamed = (name: string) => {
    const known = queues.get(name)
    if (known) return known
    const queue = backend.openQueue(name)
    queue.on('error', (error) => logger.warn({ err: error, queue: name }, 'queue connection failed'))
    queues.set(name, queue)
    return queue
  }

  const add = async (name: string, deliveries: readonly QueuedDelivery[]) => {
    const queue = queueNamed(name)
    for (let at = 0; at < deliveries.length; at += ADD_CHUNK) {
      await queue.addBulk(
        deliveries.slice(at, at + ADD_CHUNK).map(({ deliveryId, kind, priority }) => ({
          name: kind,
          data: {},
          opts: { jobId: deliveryId, priority, removeOnComplete: true, removeOnFail: true },
        })),
      )
    }
  }

  return {
    kind: backend.kind,
    add,
    present: async (name) => new Set(await queueNamed(name).getRanges([...PRESENT_STATES], 0, -1)),
    async reprioritise(name, id, priority) {
      const job = await queueNamed(name).getJob(id)
      await job?.changePriority({ priority })
    },
    async setPaused(name, paused) {
      const queue = queueNamed(name)
      if ((await queue.isPaused()) === paused) return
      await (paused ? queue.pause() : queue.resume())
    },
    async work(name, { concurrency, process }): Promise<QueueWorker> {
      const worker = backend.openWorker(name, { ...WORKER_OPTIONS, concurrency }, (job) => process(job.id ?? ''))
      workers.add(worker)
      worker.on('error', (error) => logger.warn({ err: error, queue: name }, 'worker connection failed'))
      await worker.waitUntilReady()
      return {
        pause: () => worker.pause(true),
        close: async () => {
          await worker.close(true)
          workers.delete(worker)
        },
      }
    },
    ping: backend.ping,
    bullQueues: (names) => names.map(queueNamed),
    async close() {
      await Promise.all([...workers].map((worker) => worker.close(true)))
      await Promise.all([...queues.values()].map((queue) => queue.close()))
      await backend.close()
    },
  }
}
