import type { Job } from '../../api/job-events.ts'
import { isUnfinished } from './job-search.ts'

export type Attempt = Job['attempts'][number]
export type Segment = { from: number; to: number } & ({ as: 'wait' } | { as: 'attempt'; attempt: Attempt })

/** A job's life in order without holes: waiting and attempts in turn, in milliseconds since 1970. */
export function timeline(job: Pick<Job, 'createdAt' | 'attempts' | 'state'>, now: number): Segment[] {
  const segments: Segment[] = []
  let at = Date.parse(job.createdAt)
  const waitUntil = (to: number) => {
    if (to > at) segments.push({ as: 'wait', from: at, to })
    at = Math.max(at, to)
  }
  for (const attempt of job.attempts) {
    waitUntil(Date.parse(attempt.startedAt))
    const to = Math.max(at, attempt.finishedAt ? Date.parse(attempt.finishedAt) : now)
    segments.push({ as: 'attempt', from: at, to, attempt })
    at = to
  }
  if (isUnfinished(job) && job.state !== 'running') waitUntil(now)
  return segments
}

export type ErrorGroup = { error: NonNullable<Attempt['error']>; attempts: readonly Attempt[] }

/** What went wrong, each thing once, the last one first. */
export function errorGroups(attempts: readonly Attempt[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>()
  for (const attempt of attempts.toReversed()) {
    if (!attempt.error) continue
    const key = JSON.stringify([attempt.error.code, attempt.error.message])
    const known = groups.get(key)
    groups.set(key, { error: known?.error ?? attempt.error, attempts: [attempt, ...(known?.attempts ?? [])] })
  }
  return [...groups.values()]
}
