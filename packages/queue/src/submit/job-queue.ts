import { type Catalog, IdempotencyConflict, type JobState } from '@assay/contracts'
import {
  type CancelledJob,
  cancelTree,
  cancelTrees,
  type Database,
  findKeyHolders,
  insertJobs,
  type NewJob,
  type ReplayFilter,
  replayFailed,
  type Sql,
  setQueuePaused,
} from '@assay/db'
import type { Logger } from '@assay/runtime'
import type { Tracer } from '@opentelemetry/api'
import { createMicroBatch } from '../micro-batch.ts'
import { createFastLane } from '../relay/fast-lane.ts'
import { defaultSettings, type QueueSettings } from '../settings.ts'
import { startSendSpan } from '../tracing.ts'
import type { Transport } from '../transport/transport.ts'
import { newJob, type Submission } from './new-job.ts'

export type Submitted = {
  id: string
  state: JobState
  /** False when an earlier request with the same idempotency key made the job. */
  created: boolean
}

export type JobQueue = {
  /** Accepted when it resolves: the job is committed. @throws UnknownKind, InvalidPayload, PayloadTooLarge, IdempotencyConflict. */
  submit(submission: Submission): Promise<Submitted>
  /** All or nothing. @throws like submit. */
  submitMany(submissions: readonly Submission[]): Promise<Submitted[]>
  /** As a part of the caller's transaction: the jobs exist if and when it commits. @throws like submit. */
  submitIn(tx: Sql, submissions: readonly Submission[]): Promise<Submitted[]>
  /** Cancels a job and all it spawned. @returns the jobs that were touched; none if all had ended or there is none. */
  cancel(workspace: string, id: string): Promise<CancelledJob[]>
  /** The same for many at once. @returns the jobs that were touched, by each of `ids` in whose tree there are any. */
  cancelMany(workspace: string, ids: readonly string[]): Promise<Map<string, CancelledJob[]>>
  /** Lets failed jobs run again. @returns their ids. */
  replay(workspace: string, filter: ReplayFilter): Promise<string[]>
  pause(queue: string): Promise<void>
  resume(queue: string): Promise<void>
  /** Waits for hand-overs under way. */
  close(): Promise<void>
}

const MAX_BATCH = 200

export function createJobQueue({
  db,
  catalog,
  transport,
  logger,
  tracer,
  settings = defaultSettings,
}: {
  db: Database
  catalog: Catalog
  transport: Transport
  logger: Logger
  tracer: Tracer
  settings?: QueueSettings
}): JobQueue {
  const fastLane = createFastLane({ db, transport, logger, window: settings.window })
  const handOvers = new Set<Promise<void>>()

  const handOver = (jobs: readonly NewJob[], places: readonly (number | null)[], answers: readonly Answer[]) => {
    const deliveries = jobs.flatMap((job, at) => {
      const place = places[at]
      const answer = answers[at]
      const isNew = answer && !(answer instanceof Error) && answer.created && answer.state === 'queued'
      return place && isNew ? [{ ...job, epoch: 0, queuePriority: place }] : []
    })
    if (deliveries.length === 0) return
    const handing = fastLane.deliver(deliveries).finally(() => handOvers.delete(handing))
    handOvers.add(handing)
  }

  const accept = async (sql: Sql, jobs: readonly NewJob[]): Promise<Answer[]> => {
    const inserted = new Map((await insertJobs(sql, jobs)).map(({ id, state }) => [id, state]))
    const repeated = jobs.filter(({ id }) => !inserted.has(id))
    const holders = repeated.length === 0 ? [] : await findKeyHolders(sql, repeated.map(keyOf))
    return jobs.map((job) => {
      const state = inserted.get(job.id)
      if (state) return { id: job.id, state, created: true }
      const holder = holders.find(({ workspace, key }) => workspace === job.workspace && key === job.idempotencyKey)
      // Between the two statements the holder can only have been deleted with its workspace.
      if (holder?.requestHash !== job.requestHash) return IdempotencyConflict(job.idempotencyKey ?? '')
      return { id: holder.id, state: holder.state, created: false }
    })
  }

  const submitBatch = async (jobs: NewJob[]): Promise<Answer[]> => {
    await fastLane.look()
    const places = fastLane.reserve(jobs)
    const answers = await accept(
      db,
      jobs.map((job, at) => ({ ...job, enqueue: places[at] !== null })),
    )
    handOver(jobs, places, answers)
    return answers
  }
  const submitBatched = createMicroBatch({ flush: submitBatch, maxSize: MAX_BATCH, inFlight: 2 })

  const prepare = (submission: Submission): NewJob => {
    const job = newJob(submission, catalog, null)
    return { ...job, traceparent: startSendSpan(tracer, job) }
  }

  return {
    async submit(submission) {
      return accepted(await submitBatched(prepare(submission)))
    },
    async submitMany(submissions) {
      const jobs = submissions.map(prepare)
      await fastLane.look()
      const places = fastLane.reserve(jobs)
      const answers = await db.transaction(async (tx) =>
        (
          await accept(
            tx,
            jobs.map((job, at) => ({ ...job, enqueue: places[at] !== null })),
          )
        ).map(accepted),
      )
      handOver(jobs, places, answers)
      return answers
    },
    // When the caller's transaction commits is not known here, so the relay hands these jobs over.
    submitIn: async (tx, submissions) => (await accept(tx, submissions.map(prepare))).map(accepted),
    cancel: (workspace, id) => cancelTree(db, workspace, id),
    cancelMany: (workspace, ids) => cancelTrees(db, workspace, ids),
    replay: (workspace, filter) => replayFailed(db, workspace, filter),
    async pause(queue) {
      await setQueuePaused(db, queue, true)
      await transport.setPaused(queue, true)
    },
    async resume(queue) {
      await setQueuePaused(db, queue, false)
      await transport.setPaused(queue, false)
    },
    async close() {
      await Promise.all(handOvers)
    },
  }
}

type Answer = Submitted | Error

function accepted(answer: Answer): Submitted {
  if (answer instanceof Error) throw answer
  return answer
}

const keyOf = ({ workspace, idempotencyKey }: NewJob) => ({ workspace, key: idempotencyKey ?? '' })
