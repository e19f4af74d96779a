import { Link } from '@tanstack/react-router'
import type { Job } from '../../api/job-events.ts'
import { Moment } from '../../ui/moment.tsx'
import { Facts } from '../../ui/page.tsx'
import styles from './job.module.css'

type Reason = NonNullable<Job['waitingReason']>

/** Why the job is not running, and what to do about it. */
export const Waiting = ({ reason }: { reason: Reason }) => (
  <>
    <p className={styles.why}>{inWords(reason)}</p>
    <Facts facts={[...factsOf(reason), ['What to do', reason.advice]]} />
  </>
)

function inWords(reason: Reason) {
  switch (reason.reason) {
    case 'scheduled':
      return 'It is to start later.'
    case 'retry':
      return `Attempt ${reason.attempt} of ${reason.maxAttempts} failed; it is tried again after a pause.`
    case 'rate-limit':
      return `The source limits how much may be asked of it: ${reason.message}`
    case 'paused':
      return `Its queue ${reason.queue} is paused.`
    case 'no-worker':
      return `No worker of its queue ${reason.queue} is alive.`
    case 'busy':
      return 'All workers of its queue are busy.'
    case 'next':
      return 'A worker has room and takes it in a moment.'
  }
}

function factsOf(reason: Reason): (readonly [string, React.ReactNode])[] {
  if ('until' in reason) return [['Goes on', <Moment key="until" at={reason.until} as="exact" />]]
  const place: (readonly [string, React.ReactNode])[] = [
    [
      'Queue',
      <Link key="queue" to="/queues">
        {reason.queue}
      </Link>,
    ],
    ['Before it', reason.ahead >= 1_000 ? '1,000 jobs or more' : `about ${reason.ahead} jobs`],
  ]
  if (reason.reason !== 'busy') return place
  return [...place, ['Running', `${reason.running} of ${reason.slots} places at ${reason.workers} workers`]]
}
