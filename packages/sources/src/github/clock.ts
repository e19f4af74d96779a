import { setTimeout as sleep } from 'node:timers/promises'

/** Time as a source knows it; tests give their own, so that waiting costs nothing. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: Date.now,
  wait: async (ms, signal) => {
    await sleep(ms, undefined, signal && { signal })
  },
}
