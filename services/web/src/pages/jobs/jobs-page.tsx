import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { JobSummary } from '../../api/answers.ts'
import { useMay } from '../../api/session.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { Badge, StateBadge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Elapsed } from '../../ui/elapsed.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { type BulkAction, type BulkTarget, countJobs } from './bulk.ts'
import { JobFilters } from './job-filters.tsx'
import { isNarrowed, isUnfinished, type JobSearch, toFilter } from './job-search.ts'
import { shareDone } from './job-words.ts'
import styles from './jobs.module.css'
import { useBulk } from './use-bulk.tsx'
import { useJobs } from './use-jobs.ts'

const route = getRouteApi('/jobs')

type Row = { job: JobSummary; hasLeft: boolean }

const columns: Column<Row>[] = [
  {
    id: 'state',
    header: 'State',
    width: 7.5,
    cell: ({ job, hasLeft }) => (hasLeft ? <Badge>changed</Badge> : <StateBadge state={job.state} />),
  },
  {
    id: 'kind',
    header: 'Kind',
    width: 8,
    cell: ({ job }) => (
      <Link to="/jobs/$id" params={{ id: job.id }}>
        {job.kind}
      </Link>
    ),
  },
  {
    id: 'subject',
    header: 'Input',
    width: 12,
    grows: true,
    cell: ({ job }) => <span title={job.subject}>{job.subject}</span>,
  },
  { id: 'done', header: 'Done', width: 10, isExtra: true, cell: ({ job }) => <Done job={job} /> },
  { id: 'error', header: 'Error', width: 12, isExtra: true, cell: ({ job }) => <code>{job.error?.code}</code> },
  {
    id: 'attempt',
    header: 'Attempt',
    width: 5.5,
    isNumeric: true,
    isExtra: true,
    cell: ({ job }) => `${job.attempt}/${job.maxAttempts}`,
  },
  {
    id: 'took',
    header: 'Ran',
    width: 5.5,
    isNumeric: true,
    isExtra: true,
    cell: ({ job }) => (job.startedAt ? <Elapsed from={job.startedAt} to={ranUntil(job)} /> : '—'),
  },
  { id: 'created', header: 'Created', width: 10.5, cell: ({ job }) => <Moment at={job.createdAt} /> },
]

const ranUntil = ({ finishedAt, state, runAt }: JobSummary) => finishedAt ?? (state === 'running' ? null : runAt)

function Done({ job }: { job: JobSummary }) {
  const share = shareDone(job)
  return share && (isUnfinished(job) || share.done < share.total) ? (
    <ShareBar label={`Done of ${share.of}`} done={share.done} total={share.total} />
  ) : null
}

/** Every job, the newest first; what happens to them is seen at once, and nothing moves. */
export function JobsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { query, rows: jobs, fresh, left, isWhole, showNew, onEnd } = useJobs(search)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => jobs.map((job) => ({ job, hasLeft: left.has(job.id) })), [jobs, left])
  const narrow = (narrowed: JobSearch) => {
    setSelected(new Set())
    void navigate({ search: narrowed, replace: true })
  }

  return (
    <Page
      title="Jobs"
      actions={
        <Link to="/submit" className={buttonClass('primary')}>
          Submit a job
        </Link>
      }
    >
      <JobFilters search={search} onChange={narrow} />
      <div className={styles.bar}>
        <Steer search={search} selected={selected} onSelect={setSelected} />
        <div>
          <span role="status" className={styles.quiet}>
            {query.data ? `${countJobs(rows.length)}${isWhole ? '' : ', older ones as you scroll'}` : ''}
          </span>
          {fresh > 0 || left.size > 0 ? (
            <Button onClick={showNew}>
              {[fresh > 0 ? `${fresh} new` : '', left.size > 0 ? `${left.size} changed` : '']
                .filter(Boolean)
                .join(', ')}
              : show
            </Button>
          ) : null}
        </div>
      </div>
      <Loaded query={query} what="the jobs">
        {() =>
          rows.length > 0 ? (
            <DataTable
              label="Jobs"
              rows={rows}
              columns={columns}
              idOf={({ job }) => job.id}
              onOpen={({ job }) => void navigate({ to: '/jobs/$id', params: { id: job.id } })}
              selection={{ selected, onSelect: setSelected }}
              onEnd={onEnd}
            />
          ) : (
            <Nothing search={search} isWhole={isWhole} />
          )
        }
      </Loaded>
    </Page>
  )
}

const Nothing = ({ search, isWhole }: { search: JobSearch; isWhole: boolean }) =>
  isNarrowed(search) ? (
    <EmptyPanel title={isWhole ? 'No job matches.' : 'No job of the newest 20,000 matches.'}>
      Take a filter away to see more.
    </EmptyPanel>
  ) : (
    <EmptyPanel title="There are no jobs yet.">
      Collect a repository at the <Link to="/">overview</Link>, or <Link to="/submit">submit any job</Link>.
    </EmptyPanel>
  )

/** What can be done to the jobs that are picked, or to all that match. */
function Steer({
  search,
  selected,
  onSelect,
}: {
  search: JobSearch
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}) {
  const may = useMay('submit')
  const { ask, isBusy, dialog } = useBulk(() => onSelect(new Set()))
  const picked: BulkTarget | null = selected.size > 0 ? { all: false, ids: [...selected] } : null
  const all: BulkTarget = { all: true, filter: toFilter(search) }
  const act = (action: BulkAction) => (picked && may ? () => ask(action, picked) : null)
  useShortcut('r', 'Retry the selected jobs', act('retry'))
  useShortcut('c', 'Cancel the selected jobs', act('cancel'))

  const buttons = (target: BulkTarget, words: string) =>
    (['retry', 'cancel'] as const).map((action) => (
      <ScopedButton key={action} needs="submit" disabled={isBusy} onClick={() => ask(action, target)}>
        {action === 'retry' ? 'Retry' : 'Cancel'} {words}
      </ScopedButton>
    ))
  return (
    <div>
      {picked ? (
        <>
          <strong>{countJobs(selected.size)} selected</strong>
          {buttons(picked, 'selected')}
          <Button look="quiet" onClick={() => onSelect(new Set())}>
            Clear
          </Button>
        </>
      ) : (
        buttons(all, 'all that match')
      )}
      {dialog}
    </div>
  )
}
