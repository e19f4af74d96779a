import { setTimeout as wait } from 'node:timers/promises'
import type { Catalog } from '@assay/contracts'
import { type Database, dropDuty, holdDuty, sweepWorkers } from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import type { QueueSettings } from '../settings.ts'
import type { Transport } from '../transport/transport.ts'
import { createReconciler } from './reconciler.ts'
import { createRelay } from './relay.ts'
import { runDueSchedules } from './schedule-runner.ts'

const DUTY = 'relay'
const RENEW_DUTY_MS = 1_000
const SCHEDULES_EVERY_MS = 1_000
const SWEEP_EVERY_MS = 3_600_000

export type Maintenance = { stop(): Promise<void> }

/**
 * Keeps work flowing: relay, schedules and reconciler. Every worker process offers to do it; the one that holds the
 * duty does, and another takes over within `dutyTtlMs` when it dies. Two at once would do no harm, only double work.
 */
export function startMaintenance({
  db,
  transport,
  catalog,
  settings,
  holder,
  logger,
  tracer,
  onCrash = () => {},
}: {
  db: Database
  transport: Transport
  catalog: Catalog
  settings: QueueSettings
  holder: string
  logger: Logger
  tracer: Tracer
  onCrash?: (kind: string) => void
}): Maintenance {
  const relay = createRelay({ db, transport, settings })
  const reconciler = createReconciler({ db, transport, catalog, settings, logger, onCrash })
  const stopping = new AbortController()

  const onDuty = every(RENEW_DUTY_MS, () => holdDuty(db, { name: DUTY, holder, ttlMs: settings.dutyTtlMs }))
  const schedules = every(SCHEDULES_EVERY_MS, () => runDueSchedules({ db, catalog, logger, tracer }, new Date()))
  const sweep = every(SWEEP_EVERY_MS, () => sweepWorkers(db))
  const reconcile = every(settings.reconcileEveryMs, reconciler.run)

  /** @returns how long to wait before the next round. */
  const round = async (): Promise<number> => {
    if (!(await onDuty())) return RENEW_DUTY_MS
    await schedules()
    const admitted = await relay.tick()
    await reconcile()
    await sweep()
    return admitted > 0 ? 0 : settings.relayIdleMs
  }
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const pauseMs = await round().catch((error: unknown) => {
        logger.warn({ err: error }, 'relay round failed; it is repeated')
        return RENEW_DUTY_MS
      })
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const running = loop()

  return {
    async stop() {
      stopping.abort()
      await running
      await dropDuty(db, DUTY, holder).catch((error: unknown) => logger.warn({ err: error }, 'duty was not let go'))
    },
  }
}

/** Runs `work` at most every `intervalMs`; in between, its last answer stands. */
function every<T>(intervalMs: number, work: () => Promise<T>): () => Promise<T | undefined> {
  let last: T | undefined
  let dueAt = 0
  return async () => {
    if (performance.now() >= dueAt) {
      last = await work()
      dueAt = performance.now() + intervalMs
    }
    return last
  }
}
