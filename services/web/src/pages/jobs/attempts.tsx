import type { Job } from '../../api/job-events.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Elapsed, useNow } from '../../ui/elapsed.tsx'
import { formatDuration, Moment } from '../../ui/moment.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import styles from './job.module.css'
import { isUnfinished } from './job-search.ts'
import { type Attempt, timeline } from './timeline.ts'

const TONES: Readonly<Record<Attempt['outcome'], Tone>> = {
  running: 'accent',
  succeeded: 'good',
  failed: 'bad',
  crashed: 'bad',
  cancelled: 'neutral',
  released: 'warn',
  parked: 'warn',
}

/** When the job waited and when it ran, drawn to scale, and each attempt in words. */
export function Attempts({ job }: { job: Job }) {
  const now = useNow(isUnfinished(job))
  const segments = timeline(job, now)
  const length = Math.max(1, (segments.at(-1)?.to ?? 0) - (segments[0]?.from ?? 0))
  const waitedMs = segments.reduce((sum, { as, from, to }) => sum + (as === 'wait' ? to - from : 0), 0)
  return (
    <>
      <div
        className={styles.timeline}
        role="img"
        aria-label={`It waited ${formatDuration(waitedMs)} and ran ${formatDuration(length - waitedMs)}.`}
      >
        {segments.map((segment) => (
          <span
            key={segment.from + segment.as}
            className={`${styles.segment} ${segment.as === 'wait' ? styles.wait : styles[TONES[segment.attempt.outcome]]}`}
            style={{ flexGrow: (segment.to - segment.from) / length }}
            title={`${segment.as === 'wait' ? 'waited' : segment.attempt.outcome} ${formatDuration(segment.to - segment.from)}`}
          />
        ))}
      </div>
      {job.attempts.length === 0 ? (
        <EmptyPanel title="It has not run yet." />
      ) : (
        <ol className={styles.attempts}>
          {job.attempts.map((attempt) => (
            <li key={attempt.startedAt}>
              <Badge tone={TONES[attempt.outcome]}>{attempt.outcome}</Badge>
              <span>
                attempt {attempt.attempt}, <Moment at={attempt.startedAt} as="exact" />, for{' '}
                <Elapsed from={attempt.startedAt} to={attempt.finishedAt} />
              </span>
              {attempt.worker ? <span className={styles.quiet}>by {attempt.worker}</span> : null}
              {attempt.error ? <code>{attempt.error.code}</code> : null}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
