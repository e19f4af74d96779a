import { isAssayError, type JobContract, RateLimited } from '@assay/contracts'
import type { ClaimedJob, JobError, Settlement } from '@assay/db'
import { fingerprint } from './fingerprint.ts'
import { retryDelayMs } from './retry-delay.ts'

export type StopReason = 'cancelled' | 'draining' | 'lease-lost'

/** The reason of an attempt's abort signal when it was told to stop. */
export class AttemptStopped extends Error {
  readonly reason: StopReason

  constructor(reason: StopReason) {
    super(`The attempt was stopped: ${reason}`)
    this.name = 'AttemptStopped'
    this.reason = reason
  }
}

const MAX_STACK_CHARACTERS = 4_000

const verdict = (
  job: ClaimedJob,
  outcome: Settlement['outcome'],
  next: Settlement['next'],
  rest: Partial<Settlement> = {},
): Settlement => ({
  id: job.id,
  lease: job.lease,
  outcome,
  next,
  result: null,
  error: null,
  fingerprint: null,
  delayMs: null,
  runAt: null,
  ...rest,
})

export const succeeded = (job: ClaimedJob, result: unknown): Settlement =>
  verdict(job, 'succeeded', 'succeeded', { result })

/** What becomes of a job whose attempt threw. Null: the job is somebody else's now, and nothing is to be written. */
export function verdictOn(thrown: unknown, job: ClaimedJob, contract: JobContract | undefined): Settlement | null {
  if (thrown instanceof AttemptStopped) {
    if (thrown.reason === 'lease-lost') return null
    return thrown.reason === 'draining' ? verdict(job, 'released', 'queued') : verdict(job, 'cancelled', 'cancelled')
  }
  const error = describe(thrown)
  if (thrown instanceof RateLimited) return verdict(job, 'parked', 'retrying', { error, runAt: thrown.resetAt })
  if (!error.retryable || job.attempt >= job.maxAttempts) {
    return verdict(job, 'failed', 'failed', { error, fingerprint: fingerprint(job.kind, error) })
  }
  const policy = contract?.retry ?? { attempts: job.maxAttempts, baseMs: 1_000, capMs: 60_000 }
  return verdict(job, 'failed', 'retrying', { error, delayMs: retryDelayMs(policy, job.attempt) })
}

/** Expected failures say their code; of unexpected ones the stack is kept, since somebody has to find them. */
function describe(thrown: unknown): JobError {
  if (isAssayError(thrown)) return { code: thrown.code, message: thrown.message, retryable: thrown.retry === 'later' }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return {
    code: 'UNEXPECTED',
    message: error.message,
    retryable: true,
    ...(error.stack ? { stack: error.stack.slice(0, MAX_STACK_CHARACTERS) } : {}),
  }
}
