import { countEnqueued, type Database, type Lane, pausedQueues, waitingLanes } from '@assay/db'
import type { Logger } from '@assay/runtime'
import { deliveryId, type QueuedDelivery, type Transport } from '../transport/transport.ts'
import { countDepths, type Depths, laneKey, queuePriority } from './choose-admissions.ts'

const FRESH_MS = 250
/** After a hand-over that failed the short way stays closed this long, and the jobs wait in the ledger. */
const AWAY_MS = 1_000

type SubmittedDelivery = Lane & { id: string; epoch: number; kind: string; queuePriority: number }

export type FastLane = {
  /** Looks how full the queues are, unless that was just done. Not within a transaction: it needs a connection. */
  look(): Promise<void>
  /**
   * Asks for places in the queue, so that jobs can be handed over right after their commit instead of waiting for the
   * relay. @returns one place per lane asked for; null where the job must wait its turn in the ledger.
   */
  reserve(lanes: readonly Lane[]): (number | null)[]
  /** Hands committed jobs to the queue. Never fails: what does not arrive is found and repeated by the relay. */
  deliver(deliveries: readonly SubmittedDelivery[]): Promise<void>
}

/** The short way from commit to queue, open while a lane's window has room and nothing older waits in the ledger. */
export function createFastLane({
  db,
  transport,
  logger,
  window,
}: {
  db: Database
  transport: Transport
  logger: Logger
  window: number
}): FastLane {
  let depths: Depths = countDepths([])
  let closedLanes = new Set<string>()
  let paused = new Set<string>()
  let refreshedAt = Number.NEGATIVE_INFINITY
  let awayUntil = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | null = null

  const refresh = async () => {
    const [enqueued, backlog, pausedNow] = await Promise.all([countEnqueued(db), waitingLanes(db), pausedQueues(db)])
    depths = countDepths(enqueued)
    closedLanes = new Set(backlog.map(laneKey))
    paused = pausedNow
    refreshedAt = performance.now()
  }
  const look = () => {
    if (performance.now() - refreshedAt < FRESH_MS) return Promise.resolve()
    refreshing ??= refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }
  const place = (lane: Lane) => {
    if (performance.now() < awayUntil || paused.has(lane.queue) || closedLanes.has(laneKey(lane))) return null
    if (depths.class(lane) >= window) {
      closedLanes.add(laneKey(lane))
      return null
    }
    const rank = depths.lane(lane)
    depths.add(lane)
    return queuePriority(lane.priority, rank)
  }

  return {
    look,
    reserve: (lanes) => lanes.map(place),
    async deliver(deliveries) {
      for (const [queue, batch] of Map.groupBy(deliveries, (delivery) => delivery.queue)) {
        try {
          await transport.add(queue, batch.map(toQueued))
        } catch (error) {
          awayUntil = performance.now() + AWAY_MS
          logger.warn({ err: error, queue, jobs: batch.length }, 'queue is away; the relay hands these jobs over later')
        }
      }
    },
  }
}

const toQueued = ({ id, epoch, kind, queuePriority: priority }: SubmittedDelivery): QueuedDelivery => ({
  deliveryId: deliveryId({ id, epoch }),
  kind,
  priority,
})
