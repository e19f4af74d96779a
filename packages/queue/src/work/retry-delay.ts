import type { RetryPolicy } from '@assay/contracts'

/**
 * Milliseconds to wait after attempt `attempt` (1 is the first) failed: exponential backoff with full jitter, as in
 * "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015), drawn evenly from [0, min(cap, base * 2^(attempt-1))].
 * @param random a number in [0, 1)
 */
export const retryDelayMs = ({ baseMs, capMs }: RetryPolicy, attempt: number, random = Math.random()): number =>
  Math.floor(random * Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 52)))
