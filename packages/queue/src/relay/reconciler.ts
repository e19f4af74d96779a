import type { Catalog } from '@assay/contracts'
import { type Database, enqueuedLongerThan, pausedQueues, raiseAged, takeBackExpired } from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { QueueSettings } from '../settings.ts'
import { deliveryId, type Transport } from '../transport/transport.ts'
import { queuePriority } from './choose-admissions.ts'

const BATCH = 500

/** Makes the queue agree with the ledger again after anything that went wrong. Every part may be repeated at will. */
export function createReconciler({
  db,
  transport,
  catalog,
  settings,
  logger,
  onCrash,
}: {
  db: Database
  transport: Transport
  catalog: Catalog
  settings: QueueSettings
  logger: Logger
  onCrash: (kind: string) => void
}) {
  /** Jobs whose worker stopped renewing go back to the ledger, or end as poison. */
  const takeBackLost = async () => {
    for (const job of await takeBackExpired(db, { maxCrashes: settings.maxCrashes, limit: BATCH })) {
      onCrash(job.kind)
      logger.warn({ jobId: job.id, kind: job.kind, crashes: job.crashes, state: job.state }, 'worker lost its job')
    }
  }

  /** Deliveries that the queue lost (it was emptied, or the hand-over was cut short) are added again. */
  const restoreMissing = async (queue: string) => {
    const expected = await enqueuedLongerThan(db, queue, settings.missingAfterMs)
    if (expected.length === 0) return
    const present = await transport.present(queue)
    const missing = expected.filter((job) => !present.has(deliveryId(job)))
    if (missing.length === 0) return
    await transport.add(
      queue,
      missing.map((job, rank) => ({
        deliveryId: deliveryId(job),
        kind: job.kind,
        priority: queuePriority(job.priority, rank),
      })),
    )
    logger.info({ queue, jobs: missing.length }, 'deliveries that were missing in the queue were added again')
  }

  const raiseWaiting = async () => {
    for (const job of await raiseAged(db, { stepMs: settings.ageingStepMs, limit: BATCH })) {
      await transport.reprioritise(job.queue, deliveryId(job), queuePriority(job.priority - job.boost, 0))
    }
  }

  const alignPauses = async () => {
    const paused = await pausedQueues(db)
    for (const queue of catalog.queues) await transport.setPaused(queue, paused.has(queue))
  }

  const run = async () => {
    await takeBackLost()
    for (const queue of catalog.queues) await restoreMissing(queue)
    await raiseWaiting()
    await alignPauses()
  }
  return { run }
}
