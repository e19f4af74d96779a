import { Link } from '@tanstack/react-router'
import type { Job } from '../../api/job-events.ts'
import { Code } from '../../ui/code.tsx'
import styles from './job.module.css'
import { errorGroups } from './timeline.ts'

/** What went wrong, each thing once, with what to do about it. */
export function JobErrors({ job }: { job: Job }) {
  const groups = errorGroups(job.attempts)
  const all = groups.length === 0 && job.error ? [{ error: job.error, attempts: [] }] : groups
  return (
    <>
      {all.map(({ error, attempts }) => (
        <div key={error.code + error.message} className={styles.error}>
          <strong>{error.message}</strong>
          <div>{error.advice}</div>
          <div className={styles.quiet}>
            <code>{error.code}</code>
            {attempts.length > 0 ? ` in ${attempts.length === 1 ? 'attempt' : 'attempts'} ` : ''}
            {attempts.map(({ attempt }) => attempt).join(', ')}
            {error.retryable ? '' : ', trying again does not help by itself'}
          </div>
          {error.stack ? (
            <details>
              <summary>Where</summary>
              <Code label="Stack">{error.stack}</Code>
            </details>
          ) : null}
        </div>
      ))}
      {job.fingerprint ? (
        <Link to="/jobs" search={{ fingerprint: job.fingerprint }}>
          Jobs that failed alike
        </Link>
      ) : null}
    </>
  )
}
