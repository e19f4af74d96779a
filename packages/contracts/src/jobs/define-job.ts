import { z } from 'zod'
import type { Priority } from './states.ts'

export type RetryPolicy = {
  /** Attempts in all, the first one included. */
  readonly attempts: number
  /** Delay before attempt n + 1 is drawn from [0, min(capMs, baseMs * 2^(n-1))]. */
  readonly baseMs: number
  readonly capMs: number
}

/** Everything there is to say about one kind of job, in one value. */
export type JobContract<
  Kind extends string = string,
  Payload extends z.ZodObject = z.ZodObject,
  Result extends z.ZodType = z.ZodType,
> = {
  readonly kind: Kind
  readonly title: string
  readonly description: string
  /** Named for the service that works it off; one worker process listens to one queue. */
  readonly queue: string
  readonly priority: Priority
  readonly payload: Payload
  readonly result: Result
  readonly retry: RetryPolicy
  /** Limit of one attempt. */
  readonly timeoutMs: number
}

export type PayloadOf<C extends JobContract> = z.output<C['payload']>
export type ResultOf<C extends JobContract> = z.output<C['result']>

const KIND = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/**
 * Declares a job kind. Both schemas must survive a trip through JSON: what cannot be described as JSON Schema (dates,
 * transforms) is refused here, at load, and not at three in the morning.
 */
export function defineJob<const K extends string, P extends z.ZodObject, R extends z.ZodType>(
  contract: JobContract<K, P, R>,
): JobContract<K, P, R> {
  if (!KIND.test(contract.kind)) throw new Error(`Job kind "${contract.kind}" must be lower-case words joined by "-"`)
  if (!KIND.test(contract.queue)) throw new Error(`Queue "${contract.queue}" must be lower-case words joined by "-"`)
  z.toJSONSchema(contract.payload, { io: 'input' })
  z.toJSONSchema(contract.result)
  return Object.freeze(contract)
}
