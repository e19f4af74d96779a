import type { WaitingReason } from '@assay/contracts'
import { countAhead, type Database, type JobRow, measureSlots, pausedQueues } from '@assay/db'

/** Why a job is not running; null when it runs or has ended. */
export async function waitingReason(db: Database, row: JobRow): Promise<WaitingReason | null> {
  const until = row.runAt.toISOString()
  if (row.state === 'scheduled') return { reason: 'scheduled', until, advice: 'Nothing: it starts by itself.' }
  if (row.state === 'retrying') {
    if (row.error?.code === 'RATE_LIMITED') {
      const advice = 'Nothing: it goes on when the source allows. Credentials with a higher limit shorten the wait.'
      return { reason: 'rate-limit', until, message: row.error.message, advice }
    }
    const { attempt, maxAttempts } = row
    return { reason: 'retry', until, attempt, maxAttempts, advice: 'Nothing, or mend what its error says before then.' }
  }
  return row.state === 'queued' ? reasonInQueue(db, row) : null
}

async function reasonInQueue(db: Database, row: JobRow): Promise<WaitingReason> {
  const { queue } = row
  const [paused, { workers, slots, running }, ahead] = await Promise.all([
    pausedQueues(db),
    measureSlots(db, queue),
    countAhead(db, row),
  ])
  if (paused.has(queue)) {
    return { reason: 'paused', queue, ahead, advice: `Resume the queue: POST /api/v2/queues/${queue}/resume.` }
  }
  if (workers === 0) {
    return { reason: 'no-worker', queue, ahead, advice: `Start a worker of the queue "${queue}", or see why it ended.` }
  }
  if (running >= slots) {
    const advice = 'Wait, start more workers, or raise WORKER_CONCURRENCY. A higher priority goes first.'
    return { reason: 'busy', queue, ahead, workers, slots, running, advice }
  }
  return { reason: 'next', queue, ahead, advice: 'Nothing: a worker has room and takes it in a moment.' }
}

/** The same as a sentence or two. */
export function inWords(waiting: WaitingReason): string {
  switch (waiting.reason) {
    case 'scheduled':
      return `It is scheduled for ${waiting.until}.`
    case 'retry':
      return `Attempt ${waiting.attempt} failed. It runs again at ${waiting.until}.`
    case 'rate-limit':
      return `${waiting.message} It runs again at ${waiting.until}.`
    case 'paused':
      return `The queue "${waiting.queue}" is paused.`
    case 'no-worker':
      return `No worker of the queue "${waiting.queue}" is alive.`
    case 'busy':
      return `It is in the queue "${waiting.queue}" and waits for a free worker: ${waiting.running} jobs run, about ${waiting.ahead} are ahead.`
    case 'next':
      return `It is in the queue "${waiting.queue}" with about ${waiting.ahead} ahead, and a worker has room.`
  }
}
