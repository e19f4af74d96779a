import { createHash } from 'node:crypto'
import { type Catalog, type Priority, priorities } from '@assay/contracts'
import type { NewJob } from '@assay/db'
import { uuidv7 } from 'uuidv7'

export type Submission = {
  workspace: string
  kind: string
  payload: unknown
  priority?: Priority | undefined
  /** Later than now schedules the job. */
  runAt?: Date | undefined
  /** Milliseconds from now, instead of `runAt`: the same delay asked for twice is the same request. */
  delayMs?: number | undefined
  maxAttempts?: number | undefined
  /** The job that this one does again; whoever submits has looked that it is the workspace's own. */
  replayOf?: string | undefined
  /** The same key with the same request is the same job; with another request it is refused. */
  idempotencyKey?: string | undefined
}

/** A checked submission as a ledger row. @throws UnknownKind, InvalidPayload, PayloadTooLarge. */
export function newJob(submission: Submission, catalog: Catalog, traceparent: string | null): NewJob {
  const contract = catalog.get(submission.kind)
  const payload = catalog.parsePayload(submission.kind, submission.payload)
  const id = uuidv7()
  return {
    id,
    workspace: submission.workspace,
    kind: contract.kind,
    queue: contract.queue,
    payload,
    priority: priorities.indexOf(submission.priority ?? contract.priority),
    maxAttempts: submission.maxAttempts ?? contract.retry.attempts,
    runAt: submission.runAt ?? (submission.delayMs ? new Date(Date.now() + submission.delayMs) : null),
    enqueue: false,
    parentId: null,
    rootId: id,
    replayOf: submission.replayOf ?? null,
    idempotencyKey: submission.idempotencyKey ?? null,
    requestHash: submission.idempotencyKey === undefined ? null : requestHash(submission, payload),
    traceparent,
  }
}

/** Equal for requests that ask for the same: key order in the payload does not matter, nor do defaults left out. */
function requestHash(submission: Submission, payload: unknown): string {
  const { kind, priority, runAt, delayMs, maxAttempts, replayOf } = submission
  const request = [
    ...[kind, payload, priority ?? null, runAt?.toISOString() ?? null, delayMs ?? null, maxAttempts ?? null],
    // Requests that replay nothing keep the hash that they had before there were replays.
    ...(replayOf === undefined ? [] : [replayOf]),
  ]
  return createHash('sha256').update(JSON.stringify(request, sortedKeys)).digest('hex')
}

const sortedKeys = (_key: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
