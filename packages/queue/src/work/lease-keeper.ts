import { type Database, type HeldLease, renewLeases } from '@assay/db'
import type { Logger } from '@assay/runtime'
import { AttemptStopped } from './attempt-verdict.ts'

export type LeaseKeeper = {
  /** Renews a lease until `release`; aborts the attempt when the lease is lost or the job is to be cancelled. */
  hold(lease: HeldLease, attempt: AbortController): { release(): void }
  /** Aborts every attempt held. */
  stopAll(reason: 'draining'): void
  close(): void
}

/** One renewal for all the jobs of a process: a heartbeat costs the same however many run. */
export function createLeaseKeeper({
  db,
  leaseMs,
  renewEveryMs,
  logger,
}: {
  db: Database
  leaseMs: number
  renewEveryMs: number
  logger: Logger
}): LeaseKeeper {
  const held = new Map<string, { lease: HeldLease; attempt: AbortController }>()
  const keyOf = ({ id, lease }: HeldLease) => `${id}.${lease}`
  let renewing = false

  const renew = async () => {
    const before = [...held.entries()]
    const renewed = await renewLeases(db, { held: before.map(([, { lease }]) => lease), leaseMs })
    const kept = new Map(renewed.map((lease) => [keyOf(lease), lease]))
    for (const [key, { attempt }] of before) {
      const lease = kept.get(key)
      if (!held.has(key)) continue
      if (!lease) attempt.abort(new AttemptStopped('lease-lost'))
      else if (lease.cancelRequested) attempt.abort(new AttemptStopped('cancelled'))
    }
  }
  const timer = setInterval(() => {
    if (renewing || held.size === 0) return
    renewing = true
    renew()
      .catch((error: unknown) => logger.warn({ err: error, jobs: held.size }, 'leases were not renewed'))
      .finally(() => {
        renewing = false
      })
  }, renewEveryMs)

  return {
    hold(lease, attempt) {
      const key = keyOf(lease)
      held.set(key, { lease, attempt })
      return { release: () => held.delete(key) }
    },
    stopAll(reason) {
      for (const { attempt } of held.values()) attempt.abort(new AttemptStopped(reason))
    },
    close: () => clearInterval(timer),
  }
}
