import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount } from '../../ui/amounts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/moment.tsx'
import { Columns, Figure, Page } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { JaegerLink } from './jaeger-link.tsx'
import { ledgerSpans } from './ledger-spans.ts'
import { type JobSpans, jobSpansQuery, type TracedJob } from './trace-queries.ts'
import type { SpanSearch } from './trace-search.ts'
import { Waterfall } from './waterfall.tsx'

const route = getRouteApi('/jobs/$id/trace')

/** Where the time of a job and of all it spawned went. */
export function JobTracePage() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(jobSpansQuery(id))
  const change = (changed: SpanSearch) => void navigate({ search: changed, replace: true, resetScroll: false })
  const traceId = query.data?.spans[0]?.traceId
  return (
    <Page
      title="Trace of a job"
      lead={<code>{id}</code>}
      actions={
        <>
          {traceId ? <JaegerLink traceId={traceId} /> : null}
          <Link className={buttonClass()} to="/jobs/$id" params={{ id }}>
            Job
          </Link>
        </>
      }
    >
      <Loaded query={query} what="the spans">
        {(found) => <Tree found={found} at={query.dataUpdatedAt} search={search} onChange={change} />}
      </Loaded>
    </Page>
  )
}

function Tree({
  found: { spans, truncated, jobs },
  at,
  ...shown
}: {
  found: JobSpans
  at: number
  search: SpanSearch
  onChange: (search: SpanSearch) => void
}) {
  const all = useMemo(() => [...spans, ...ledgerSpans(jobs, spans, at)], [spans, jobs, at])
  return (
    <>
      {truncated ? (
        <PartialNote>There is more than is shown: these are the first 5,000 spans or jobs.</PartialNote>
      ) : null}
      <Ledger jobs={jobs} />
      {all.length === 0 ? (
        <EmptyPanel title="No span is kept of it">
          Spans arrive about a second after they end, and the oldest go when there are many.
        </EmptyPanel>
      ) : (
        <Waterfall spans={all} {...shown} />
      )}
    </>
  )
}

/** What the ledger knows of the tree, which is true even where spans have gone. */
function Ledger({ jobs }: { jobs: readonly TracedJob[] }) {
  const waits = jobs.flatMap(({ queueWaitMs }) => queueWaitMs ?? [])
  const attempts = jobs.flatMap((job) => job.attempts)
  const failed = attempts.filter(({ outcome }) => outcome !== 'succeeded' && outcome !== 'running')
  const waiting = jobs.filter(({ state }) => state === 'queued')
  return (
    <Columns>
      <Figure
        name="Jobs in the tree"
        value={formatCount(jobs.length)}
        note={`${formatCount(waiting.length)} wait now`}
      />
      <Figure
        name="Attempts"
        value={formatCount(attempts.length)}
        note={`${formatCount(failed.length)} did not succeed`}
      />
      <Figure
        name="Longest wait in a queue"
        value={waits.length > 0 ? formatDuration(waits.reduce((longest, wait) => Math.max(longest, wait))) : '—'}
        note="of the newest run of each job"
      />
    </Columns>
  )
}
