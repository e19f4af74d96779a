import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Catalog } from '@assay/contracts'
import { type ClaimedJob, claimJobs, type Database, type Delivery, type Settlement, settleAttempts } from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import type { JobHandler } from '../handler.ts'
import { createMicroBatch } from '../micro-batch.ts'
import { createFastLane } from '../relay/fast-lane.ts'
import { startMaintenance } from '../relay/maintenance.ts'
import { defaultSettings, type QueueSettings } from '../settings.ts'
import { parseDeliveryId, type Transport } from '../transport/transport.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createLeaseKeeper } from './lease-keeper.ts'
import { createLogKeeper } from './log-keeper.ts'
import { type AttemptReport, createAttemptRunner } from './run-attempt.ts'

export type WorkerHost = {
  readonly queues: readonly string[]
  /** Jobs being worked on. */
  running(): number
  /** Takes no more jobs, waits `graceMs` for those under way, then gives the rest back for others to run. */
  stop(options: { graceMs: number }): Promise<void>
}

export type WorkerObserver = {
  onAttempt?: (report: AttemptReport) => void
  onCrash?: (kind: string) => void
}

const MAX_BATCH = 200
const ABORT_GRACE_MS = 5_000

/**
 * Works off the queues of the given handlers.
 * @throws when a kind on one of these queues has no handler, or two: better at start than at three in the morning.
 */
export async function startWorkerHost({
  db,
  catalog,
  transport,
  handlers,
  concurrency,
  workerName,
  service = { name: workerName, version: 'unknown' },
  logger,
  tracer,
  settings = defaultSettings,
  observer = {},
}: {
  db: Database
  catalog: Catalog
  transport: Transport
  handlers: readonly JobHandler[]
  /** Jobs at a time, for each queue. */
  concurrency: number
  /** Unique to the process: shown with its attempts. */
  workerName: string
  /** What the process is, for whoever looks at the workers. */
  service?: { name: string; version: string }
  logger: Logger
  tracer: Tracer
  settings?: QueueSettings
  observer?: WorkerObserver
}): Promise<WorkerHost> {
  const byKind = handlersByKind(handlers, catalog)
  const queues = [...new Set(handlers.map(({ contract }) => contract.queue))]
  const leases = createLeaseKeeper({ db, logger, ...settings })
  const logs = createLogKeeper({ db, logger })
  const underWay = new Set<Promise<void>>()

  const claim = createMicroBatch<Delivery, ClaimedJob | null>({
    maxSize: MAX_BATCH,
    flush: async (deliveries) => {
      const claimed = await claimJobs(db, { deliveries, worker: workerName, leaseMs: settings.leaseMs })
      return inOrder(deliveries, claimed)
    },
  })
  const settle = createMicroBatch({
    maxSize: MAX_BATCH,
    flush: async (settlements: Settlement[]) => inOrder(settlements, await settleAttempts(db, settlements)),
  })
  const runAttempt = createAttemptRunner({
    db,
    fastLane: createFastLane({ db, transport, logger, window: settings.window }),
    catalog,
    handlers: byKind,
    leases,
    logs,
    settle,
    logger,
    tracer,
  })

  /** Resolves for every delivery: whatever goes wrong is settled in the ledger, which makes a new delivery if need be. */
  const processDelivery = async (queue: string, delivery: Delivery) => {
    try {
      const job = await claim(delivery)
      if (!job) return
      const report = await runAttempt(job, queue)
      observer.onAttempt?.(report)
    } catch (error) {
      logger.error({ err: error, jobId: delivery.id }, 'the ledger could not be reached; the lease brings the job back')
    }
  }
  const workers = await Promise.all(
    queues.map((queue) =>
      transport.work(queue, {
        concurrency,
        process: (deliveryId) => tracked(underWay, processDelivery(queue, parseDeliveryId(deliveryId))),
      }),
    ),
  )
  const heartbeat = await startHeartbeat({
    db,
    worker: {
      id: workerName,
      service: service.name,
      version: service.version,
      host: hostname(),
      pid: process.pid,
      queues,
      concurrency,
      startedAt: new Date(),
    },
    logger,
  })
  const maintenance = startMaintenance({
    db,
    transport,
    catalog,
    settings,
    holder: workerName,
    logger,
    tracer,
    ...(observer.onCrash ? { onCrash: observer.onCrash } : {}),
  })

  return {
    queues,
    running: () => underWay.size,
    async stop({ graceMs }) {
      await maintenance.stop()
      await Promise.all(workers.map((worker) => worker.pause()))
      await settledWithin(underWay, graceMs)
      leases.stopAll('draining')
      await settledWithin(underWay, ABORT_GRACE_MS)
      await Promise.all(workers.map((worker) => worker.close()))
      leases.close()
      await logs.close()
      await heartbeat.stop()
    },
  }
}

function handlersByKind(handlers: readonly JobHandler[], catalog: Catalog): ReadonlyMap<string, JobHandler> {
  const byKind = new Map(handlers.map((handler) => [handler.contract.kind, handler]))
  if (byKind.size !== handlers.length) throw new Error('Two handlers share a job kind')
  for (const { contract } of handlers) {
    const missing = catalog.onQueue(contract.queue).filter(({ kind }) => !byKind.has(kind))
    if (missing.length > 0) {
      const kinds = missing.map(({ kind }) => kind).join(', ')
      throw new Error(`Queue "${contract.queue}" has job kinds without a handler here: ${kinds}`)
    }
  }
  return byKind
}

/** Rows of a batch statement in the order they were asked for; null for those left out. */
function inOrder<Row extends { id: string }>(asked: readonly { id: string }[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return asked.map(({ id }) => byId.get(id) ?? null)
}

function tracked(set: Set<Promise<void>>, work: Promise<void>): Promise<void> {
  const tracking = work.finally(() => set.delete(tracking))
  set.add(tracking)
  return tracking
}

async function settledWithin(set: ReadonlySet<Promise<void>>, ms: number): Promise<void> {
  const timeout = new AbortController()
  await Promise.race([Promise.allSettled(set), wait(ms, undefined, { signal: timeout.signal }).catch(() => {})])
  timeout.abort()
}
