/** How the queue behaves. The defaults are what the guarantees in docs/guarantees.md were measured with. */
export type QueueSettings = {
  /** A worker that has not renewed for this long has lost its jobs. */
  leaseMs: number
  renewEveryMs: number
  /** Crashes of one job before it is poison. */
  maxCrashes: number
  /** Jobs of one class that stand in a queue at a time; the rest waits in the ledger. */
  window: number
  /** Waiting this long raises a job one class. */
  ageingStepMs: number
  /** How often the relay looks for work when there was none. */
  relayIdleMs: number
  /** How often leases, lost deliveries, ageing and pauses are checked. */
  reconcileEveryMs: number
  /** A delivery not found in the queue this long after it was handed over is repeated. */
  missingAfterMs: number
  /** A relay that has not renewed its duty for this long is replaced. */
  dutyTtlMs: number
}

export const defaultSettings: QueueSettings = {
  leaseMs: 12_000,
  renewEveryMs: 2_000,
  maxCrashes: 3,
  window: 1_000,
  ageingStepMs: 30_000,
  relayIdleMs: 150,
  reconcileEveryMs: 2_000,
  missingAfterMs: 3_000,
  dutyTtlMs: 3_000,
}
