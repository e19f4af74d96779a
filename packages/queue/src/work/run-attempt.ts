import {
  type Catalog,
  defineError,
  InvalidPayload,
  type JobContract,
  JobTimedOut,
  NonRetryable,
} from '@assay/contracts'
import { type ClaimedJob, type Database, type SettledJob, type Settlement, settleAttempts } from '@assay/db'
import { type Logger, loggerHeard } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import type { HandlerOutcome, JobHandler } from '../handler.ts'
import type { FastLane } from '../relay/fast-lane.ts'
import { startAttemptSpan } from '../tracing.ts'
import { AttemptStopped, succeeded, verdictOn } from './attempt-verdict.ts'
import { commitFenced, createJobContext } from './job-context.ts'
import type { LeaseKeeper } from './lease-keeper.ts'
import type { LogKeeper } from './log-keeper.ts'

const NoHandler = defineError('NO_HANDLER', {
  // A newer gateway may know a kind before this worker does: the retries carry the job to a newer worker.
  retry: 'later',
  message: (kind: string) => `No worker of this version handles jobs of kind "${kind}".`,
})

export type AttemptReport = {
  kind: string
  payload: Record<string, unknown>
  /** The state that the job went to, or `lost` when somebody else has it now. */
  outcome: string
  waitSeconds: number
  runSeconds: number
}

export type AttemptRunner = (job: ClaimedJob, queue: string) => Promise<AttemptReport>

/** Runs one claimed job from its span to its settlement. Never throws for a failing handler, only for a failing ledger. */
export function createAttemptRunner({
  db,
  fastLane,
  catalog,
  handlers,
  leases,
  logs,
  settle,
  logger,
  tracer,
}: {
  db: Database
  fastLane: FastLane
  catalog: Catalog
  handlers: ReadonlyMap<string, JobHandler>
  leases: LeaseKeeper
  logs: LogKeeper
  settle: (settlement: Settlement) => Promise<SettledJob | null>
  logger: Logger
  tracer: Tracer
}): AttemptRunner {
  const handle = async (job: ClaimedJob, signal: AbortSignal, log: Logger): Promise<string> => {
    const handler = handlers.get(job.kind)
    if (!handler) throw NoHandler(job.kind)
    const payload = parsePayload(handler.contract, job)
    const context = createJobContext({ db, fastLane, tracer, job, signal, logger: log })
    const outcome = await unlessAborted(handler.handle(payload, context), signal)
    return finish(job, handler.contract, outcome, signal)
  }

  const finish = async (
    job: ClaimedJob,
    contract: JobContract,
    { result, effects }: HandlerOutcome<unknown>,
    signal: AbortSignal,
  ): Promise<string> => {
    const settlement = succeeded(job, parseResult(contract, result))
    if (!effects) return (await settle(settlement))?.state ?? 'lost'
    signal.throwIfAborted()
    await commitFenced({ db, fastLane, tracer }, job, effects, async (tx) => {
      const [settled] = await settleAttempts(tx, [settlement])
      if (settled?.state !== 'succeeded') throw new AttemptStopped(settled ? 'cancelled' : 'lease-lost')
    })
    return 'succeeded'
  }

  return async (job, queue) => {
    const startedAt = performance.now()
    const attempt = new AbortController()
    const lease = leases.hold(job, attempt)
    const contract = catalog.find(job.kind)
    const timeoutMs = contract?.timeoutMs ?? 60_000
    const timer = setTimeout(() => attempt.abort(JobTimedOut(timeoutMs)), timeoutMs)
    const about = { jobId: job.id, kind: job.kind, attempt: job.attempt }
    const log = loggerHeard(logger, about, logs.linesOf(job.id))
    const span = startAttemptSpan(tracer, { ...job, queue })
    let outcome: string
    try {
      outcome = await span.within(() => handle(job, attempt.signal, log))
    } catch (error) {
      span.fail(error)
      const verdict = verdictOn(error, job, contract)
      const settled = verdict && (await settle(verdict))
      outcome = settled ? settled.state : 'lost'
      logFailure(log, error, outcome)
    } finally {
      clearTimeout(timer)
      lease.release()
      span.end()
    }
    return {
      kind: job.kind,
      payload: job.payload,
      outcome,
      waitSeconds: Math.max(0, job.startedAt.getTime() - job.readyAt.getTime()) / 1_000,
      runSeconds: (performance.now() - startedAt) / 1_000,
    }
  }
}

/** A handler that ignores its signal must not keep the slot; what it still writes is refused by the fence. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work
      .then(resolve, (error: unknown) => reject(signal.aborted ? signal.reason : error))
      .finally(() => {
        signal.removeEventListener('abort', stop)
      })
  })
}

function parsePayload(contract: JobContract, job: ClaimedJob) {
  const parsed = contract.payload.safeParse(job.payload)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  throw InvalidPayload(contract.kind, issues)
}

function parseResult(contract: JobContract, result: unknown) {
  const parsed = contract.result.safeParse(result)
  if (parsed.success) return parsed.data
  throw new NonRetryable(`The handler of "${contract.kind}" broke its contract: ${parsed.error.message}`)
}

function logFailure(log: Logger, error: unknown, outcome: string) {
  if (error instanceof AttemptStopped) log.info({ reason: error.reason, outcome }, 'attempt stopped')
  else log.warn({ err: error, outcome }, 'attempt failed')
}
