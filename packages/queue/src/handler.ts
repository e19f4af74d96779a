import type { JobContract, PayloadOf, Priority, ResultOf } from '@assay/contracts'
import type { Sql } from '@assay/db'
import type { Logger } from '@assay/runtime'

/** A transaction that ends only if this attempt still holds the job. */
export type JobTransaction = Sql & {
  /** Submits a follow-up job: it exists if and when the transaction commits. @returns its id. */
  spawn<C extends JobContract>(contract: C, payload: PayloadOf<C>, options?: { priority?: Priority }): Promise<string>
}

export type Progress = { done: number; total?: number; message?: string }

export type JobContext = {
  readonly jobId: string
  readonly workspace: string
  readonly attempt: number
  /** Aborted when the attempt must stop: cancelled, timed out, lease lost or the process is draining. */
  readonly signal: AbortSignal
  readonly logger: Logger
  /** Tells how far the attempt is; written at most twice a second. */
  progress(progress: Progress): void
  /**
   * Commits one part of the work: its rows, its follow-up jobs and the progress together, fenced by the lease.
   * @throws when the lease is lost or the job was cancelled; the handler must let that pass.
   */
  commit<T>(work: (tx: JobTransaction) => Promise<T>, progress?: Progress): Promise<T>
}

export type HandlerOutcome<R> = {
  result: R
  /** Written in the transaction that ends the attempt: rows, follow-up jobs and outcome happen together or not at all. */
  effects?: (tx: JobTransaction) => Promise<void>
}

export type JobHandler = {
  readonly contract: JobContract
  readonly handle: (payload: Record<string, unknown>, context: JobContext) => Promise<HandlerOutcome<unknown>>
}

/** Binds a handler to its contract; payload and result types come from there. */
export const defineHandler = <C extends JobContract>(
  contract: C,
  handle: (payload: PayloadOf<C>, context: JobContext) => Promise<HandlerOutcome<ResultOf<C>>>,
): JobHandler => ({
  contract,
  // The worker host parses every payload with the same contract before it calls.
  handle: (payload, context) => handle(payload as PayloadOf<C>, context),
})
