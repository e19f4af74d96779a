import { type Database, noteHeartbeat, removeWorker, type WorkerIdentity } from '@assay/db'
import type { Logger } from '@assay/runtime'

const EVERY_MS = 5_000

/** Tells that a worker lives, until it has stopped in good order: also while it drains. One small row a process. */
export async function startHeartbeat({
  db,
  worker,
  logger,
}: {
  db: Database
  worker: WorkerIdentity
  logger: Logger
}): Promise<{ stop(): Promise<void> }> {
  const beat = () =>
    noteHeartbeat(db, worker).catch((error: unknown) =>
      logger.debug({ err: error }, 'the sign of life was not written'),
    )
  let beating = beat()
  await beating
  const timer = setInterval(() => {
    beating = beat()
  }, EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await beating
      await removeWorker(db, worker.id).catch((error: unknown) =>
        logger.warn({ err: error }, 'the worker is shown until its row is swept'),
      )
    },
  }
}
