import type { Catalog, queueSchema } from '@assay/contracts'
import { type Database, measureQueues, pausedQueues } from '@assay/db'
import type { z } from 'zod'

const EMPTY = { scheduled: 0, queued: 0, running: 0, retrying: 0, failed: 0, oldestWaitSeconds: 0 }

/** Every queue with what it holds of a workspace. */
export async function readQueues(
  db: Database,
  catalog: Catalog,
  workspace: string,
): Promise<z.output<typeof queueSchema>[]> {
  const [loads, paused] = await Promise.all([measureQueues(db, workspace), pausedQueues(db)])
  return catalog.queues.map((name) => {
    const load = loads.find((candidate) => candidate.queue === name) ?? EMPTY
    return { ...EMPTY, ...load, name, paused: paused.has(name) }
  })
}
