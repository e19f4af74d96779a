import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { formatWait } from '../../ui/moment.tsx'
import { Columns, Figure, Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { Achievements } from './achievements.tsx'
import { CollectForm } from './collect-form.tsx'
import { Collections } from './collections.tsx'
import { JobsPerMinute } from './jobs-per-minute.tsx'
import styles from './overview.module.css'
import { QueueDepths } from './queue-depths.tsx'
import { Workers } from './workers.tsx'

const REFRESH_MS = 1_000

type Overview = AnswerOf<'/api/v2/overview'>

/** How Assay is, at a glance, and what came of it. */
export function OverviewPage() {
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: () => read(api.GET('/api/v2/overview')),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Page title="Overview">
      <Loaded query={overview} what="the overview">
        {(loaded) => <Glance overview={loaded} />}
      </Loaded>
    </Page>
  )
}

function Glance({ overview }: { overview: Overview }) {
  const { collections, achievements, queues, jobsPerMinute } = overview
  const isEmpty = collections.length === 0
  return (
    <>
      {isEmpty ? (
        <Section title="Begin: collect a repository">
          <p>Assay reads its merged pull requests, tells what was achieved in them, and shows it here.</p>
          <CollectForm />
        </Section>
      ) : null}
      <Figures overview={overview} />
      <Section title="Jobs per minute">
        <JobsPerMinute minutes={jobsPerMinute} />
      </Section>
      <Columns>
        <Section title="Top new achievements">
          <Achievements items={achievements} />
        </Section>
        {isEmpty ? null : (
          <Section
            title="Recent collections"
            actions={
              <Link to="/submit" search={{ kind: 'collect' }}>
                Collect another
              </Link>
            }
          >
            <Collections items={collections} />
          </Section>
        )}
      </Columns>
      <Section title="Queues" actions={<Link to="/queues">Pause or resume</Link>}>
        <QueueDepths queues={queues} />
      </Section>
      <Section title="Workers">
        <Workers />
      </Section>
    </>
  )
}

const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 })

function Figures({ overview }: { overview: Overview }) {
  const { succeeded, failed, successRate, oldestWaitSeconds, workers, queues } = overview
  const waiting = queues.reduce((sum, { queued }) => sum + queued, 0)
  const dead = queues.reduce((sum, queue) => sum + queue.failed, 0)
  return (
    <div className={styles.row}>
      <Figure
        name="Success rate"
        value={successRate === null ? '—' : PERCENT.format(successRate)}
        note={
          successRate === null
            ? 'no job ended in the last hour'
            : `${succeeded.toLocaleString()} of ${(succeeded + failed).toLocaleString()} jobs that ended in the last hour`
        }
      />
      <Figure
        name="Oldest wait"
        value={formatWait(oldestWaitSeconds)}
        note={`${waiting.toLocaleString()} jobs wait for a worker now`}
      />
      <Figure name="Workers alive" value={workers.alive} note={`${workers.busy} of them busy`} />
      <Figure
        name="Dead letters"
        value={dead.toLocaleString()}
        note={dead > 0 ? <Link to="/dead-letters">See why, and replay</Link> : 'no job failed for good'}
      />
    </div>
  )
}
