import { countEnqueued, type Database, markEnqueued, oldestWaiting, pausedQueues, promoteDue } from '@assay/db'
import type { QueueSettings } from '../settings.ts'
import { deliveryId, type Transport } from '../transport/transport.ts'
import { chooseAdmissions, countDepths, laneKey } from './choose-admissions.ts'

const DUE_BATCH = 1_000
const CANDIDATES = 2_000

/**
 * Hands waiting jobs to the queue. A job is marked before it is added: a crash between the two leaves a mark without a
 * delivery, which the reconciler finds, and never a delivery without a mark.
 */
export function createRelay({
  db,
  transport,
  settings,
}: {
  db: Database
  transport: Transport
  settings: QueueSettings
}) {
  // Shrinks as lanes multiply, so that one look stays cheap however many workspaces wait.
  let perLane = 500

  /** @returns how many jobs were handed over. */
  const tick = async (): Promise<number> => {
    await promoteDue(db, DUE_BATCH)
    const candidates = await oldestWaiting(db, perLane)
    if (candidates.length === 0) return 0
    perLane = Math.max(4, Math.min(500, Math.floor(CANDIDATES / new Set(candidates.map(laneKey)).size)))

    const [enqueued, paused] = await Promise.all([countEnqueued(db), pausedQueues(db)])
    const admissions = chooseAdmissions(
      candidates.filter(({ queue }) => !paused.has(queue)),
      countDepths(enqueued),
      { window: settings.window, ageingStepMs: settings.ageingStepMs, now: new Date() },
    )
    if (admissions.length === 0) return 0
    const places = new Map(admissions.map(({ id, priority }) => [id, priority]))
    const marked = await markEnqueued(db, [...places.keys()])
    for (const [queue, jobs] of Map.groupBy(marked, (job) => job.queue)) {
      await transport.add(
        queue,
        jobs.map((job) => ({ deliveryId: deliveryId(job), kind: job.kind, priority: places.get(job.id) ?? 1 })),
      )
    }
    return marked.length
  }
  return { tick }
}
