import { getRouteApi, Link } from '@tanstack/react-router'
import { isSettled, type Job, useJob } from '../../api/job-events.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { Json } from '../../ui/code.tsx'
import { Elapsed } from '../../ui/elapsed.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Columns, Facts, Page, Section } from '../../ui/page.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { Loaded } from '../../ui/states.tsx'
import { Attempts } from './attempts.tsx'
import styles from './job.module.css'
import { JobActions } from './job-actions.tsx'
import { JobErrors } from './job-errors.tsx'
import { JobLogs } from './job-logs.tsx'
import { JobTree } from './job-tree.tsx'
import { shareDone } from './job-words.ts'
import { Waiting } from './waiting.tsx'

const route = getRouteApi('/jobs/$id')

/** One job: what it does now and why, what it was given, what came of it, what it spawned. */
export function JobPage() {
  const { id } = route.useParams()
  const { job: query, isLive } = useJob(id)
  const { data: job } = query
  return (
    <Page
      title={job ? job.kind : 'Job'}
      lead={
        job ? (
          <span className={styles.lead}>
            <StateBadge state={job.state} /> {job.subject}
            <span className={styles.quiet} role="status">
              {isLive ? 'live' : ''}
            </span>
          </span>
        ) : undefined
      }
      actions={job ? <JobActions job={job} /> : undefined}
    >
      <Loaded query={query} what="the job">
        {(loaded) => <Content key={loaded.id} job={loaded} />}
      </Loaded>
    </Page>
  )
}

function Content({ job }: { job: Job }) {
  const { level = 'trace' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      {job.waitingReason ? (
        <Section title="Why is it waiting">
          <Waiting reason={job.waitingReason} />
        </Section>
      ) : null}
      {job.error || job.attempts.some(({ error }) => error) ? (
        <Section title="What went wrong">
          <JobErrors job={job} />
        </Section>
      ) : null}
      <Progress job={job} />
      <Section title="Attempts">
        <Attempts job={job} />
      </Section>
      {job.tree.total > 1 ? (
        <Section title={`Spawned jobs: ${(job.tree.total - 1).toLocaleString()}`}>
          <JobTree id={job.id} isFollowed={!isSettled(job)} />
        </Section>
      ) : null}
      <Columns>
        <Section title="Input">
          <Json label="Input" value={job.payload} />
        </Section>
        <Section title="Result">
          {job.result === null || job.result === undefined ? (
            <p className={styles.quiet}>None {isSettled(job) ? '' : 'yet'}</p>
          ) : (
            <Json label="Result" value={job.result} />
          )}
        </Section>
        <Section title="Facts">
          <JobFacts job={job} />
        </Section>
      </Columns>
      <Section title="Logs">
        <JobLogs
          id={job.id}
          level={level}
          finishedAt={job.finishedAt}
          onLevel={(chosen) =>
            void navigate({ search: chosen === 'trace' ? {} : { level: chosen }, replace: true, resetScroll: false })
          }
        />
      </Section>
    </>
  )
}

function Progress({ job }: { job: Job }) {
  const share = shareDone(job)
  // What it does now is of no interest once it has ended well.
  const told = Object.entries(job.state === 'succeeded' ? {} : (job.progress ?? {})).filter(
    ([name]) => name !== 'done' && name !== 'total',
  )
  if (!share && told.length === 0) return null
  return (
    <Section title="Progress">
      {share ? <ShareBar label={`Done of ${share.of}`} done={share.done} total={share.total} /> : null}
      {told.length > 0 ? (
        <Facts
          facts={told.map(
            ([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const,
          )}
        />
      ) : null}
    </Section>
  )
}

const jobLink = (id: string) => (
  <Link to="/jobs/$id" params={{ id }}>
    {id}
  </Link>
)

const JobFacts = ({ job }: { job: Job }) => (
  <Facts
    facts={[
      ['Id', job.id],
      [
        'Queue',
        <Link key="queue" to="/queues">
          {job.queue}
        </Link>,
      ],
      ['Priority', job.priority],
      ['Attempts', `${job.attempt} of ${job.maxAttempts}${job.crashes > 0 ? `, ${job.crashes} crashes` : ''}`],
      ['Created', <Moment key="created" at={job.createdAt} as="exact" />],
      ['Due', <Moment key="due" at={job.runAt} as="exact" />],
      ['Ended', <Moment key="ended" at={job.finishedAt} as="exact" />],
      ['In all', <Elapsed key="all" from={job.createdAt} to={job.finishedAt} />],
      ...(job.parentId ? [['Spawned by', jobLink(job.parentId)] as const] : []),
      ...(job.parentId && job.rootId !== job.parentId ? [['In the tree of', jobLink(job.rootId)] as const] : []),
      ...(job.replayOf ? [['Runs again', jobLink(job.replayOf)] as const] : []),
      ...(job.traceId ? [['Trace', job.traceId] as const] : []),
    ]}
  />
)
