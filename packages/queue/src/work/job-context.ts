import { type JobContract, priorities } from '@assay/contracts'
import { type ClaimedJob, type Database, insertJobs, type NewJob, type Sql, touchUnderLease } from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import { uuidv7 } from 'uuidv7'
import type { JobContext, JobTransaction, Progress } from '../handler.ts'
import type { FastLane } from '../relay/fast-lane.ts'
import { startSendSpan } from '../tracing.ts'
import { AttemptStopped } from './attempt-verdict.ts'

const PROGRESS_EVERY_MS = 500

/**
 * Runs `work` in a transaction that also inserts the jobs it spawned and ends with `fence`, which must throw when the
 * attempt may no longer write. The fence comes last, so that the job's row is locked for the commit only and renewals
 * are never held up.
 */
export async function commitFenced<T>(
  { db, fastLane, tracer }: { db: Database; fastLane: FastLane; tracer: Tracer },
  parent: ClaimedJob,
  work: (tx: JobTransaction) => Promise<T>,
  fence: (tx: Sql) => Promise<void>,
): Promise<T> {
  const spawned: NewJob[] = []
  let places: (number | null)[] = []
  // Here, since commits that wait for a second connection while they hold one can starve each other.
  await fastLane.look()
  const value = await db.transaction(async (tx) => {
    const result = await work(spawning(tx, parent, spawned, tracer))
    if (spawned.length > 0) {
      places = fastLane.reserve(spawned)
      await insertJobs(
        tx,
        spawned.map((job, at) => ({ ...job, enqueue: places[at] !== null })),
      )
    }
    await fence(tx)
    return result
  })
  await fastLane.deliver(
    spawned.flatMap((job, at) => {
      const place = places[at]
      return place ? [{ ...job, epoch: 0, queuePriority: place }] : []
    }),
  )
  return value
}

const spawning = (tx: Sql, parent: ClaimedJob, spawned: NewJob[], tracer: Tracer): JobTransaction => ({
  ...tx,
  async spawn(contract: JobContract, payload, options) {
    const id = uuidv7()
    const job = {
      id,
      workspace: parent.workspace,
      kind: contract.kind,
      queue: contract.queue,
      payload: contract.payload.parse(payload),
      priority: options?.priority ? priorities.indexOf(options.priority) : parent.priority,
      maxAttempts: contract.retry.attempts,
      runAt: null,
      enqueue: false,
      parentId: parent.id,
      rootId: parent.rootId,
      idempotencyKey: null,
      requestHash: null,
    }
    spawned.push({ ...job, traceparent: startSendSpan(tracer, job) })
    return id
  },
})

/** What a handler sees of the attempt it runs. */
export function createJobContext({
  db,
  fastLane,
  tracer,
  job,
  signal,
  logger,
}: {
  db: Database
  fastLane: FastLane
  tracer: Tracer
  job: ClaimedJob
  signal: AbortSignal
  logger: Logger
}): JobContext {
  const fence = (progress: Progress | undefined) => async (tx: Sql) => {
    const holds = await touchUnderLease(tx, { id: job.id, lease: job.lease, progress: progress ?? null })
    // Which of the two it was shows when the attempt is settled.
    if (!holds) throw new AttemptStopped('cancelled')
  }
  let lastWrittenAt = Number.NEGATIVE_INFINITY

  return {
    jobId: job.id,
    workspace: job.workspace,
    attempt: job.attempt,
    signal,
    logger,
    progress(progress) {
      if (performance.now() - lastWrittenAt < PROGRESS_EVERY_MS) return
      lastWrittenAt = performance.now()
      touchUnderLease(db, { id: job.id, lease: job.lease, progress }).catch((error: unknown) =>
        logger.debug({ err: error }, 'progress was not written'),
      )
    },
    commit(work, progress) {
      signal.throwIfAborted()
      return commitFenced({ db, fastLane, tracer }, job, work, fence(progress))
    },
  }
}
