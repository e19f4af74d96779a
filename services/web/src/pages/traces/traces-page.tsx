import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { formatCount } from '../../ui/amounts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Fields, SelectField, TextField } from '../../ui/field.tsx'
import { formatDuration, Moment } from '../../ui/moment.tsx'
import { Page } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { type FoundTrace, tracesQuery } from './trace-queries.ts'
import { readTraceFilter, type TraceFilter } from './trace-search.ts'

const route = getRouteApi('/traces')

const columns: Column<FoundTrace>[] = [
  {
    id: 'name',
    header: 'Trace',
    width: 14,
    grows: true,
    cell: ({ traceId, rootName }) => (
      <Link to="/traces/$traceId" params={{ traceId }}>
        {rootName}
      </Link>
    ),
  },
  { id: 'service', header: 'Began in', width: 7, isExtra: true, cell: ({ service }) => service },
  {
    id: 'failed',
    header: 'Failed',
    width: 5,
    isNumeric: true,
    cell: ({ errors }) => (errors > 0 ? <Badge tone="bad">{formatCount(errors)}</Badge> : '0'),
  },
  { id: 'spans', header: 'Spans', width: 5, isExtra: true, isNumeric: true, cell: ({ spans }) => formatCount(spans) },
  { id: 'took', header: 'Took', width: 6, isNumeric: true, cell: ({ durationMs }) => formatDuration(durationMs) },
  { id: 'began', header: 'Began', width: 9, isExtra: true, cell: ({ startedAt }) => <Moment at={startedAt} /> },
  {
    id: 'job',
    header: 'Job',
    width: 5,
    isExtra: true,
    cell: ({ jobId }) =>
      jobId ? (
        <Link to="/jobs/$id/trace" params={{ id: jobId }}>
          its tree
        </Link>
      ) : (
        '—'
      ),
  },
]
const idOf = ({ traceId }: FoundTrace) => traceId

/** Traces that are kept, found by what one of their spans is. */
export function TracesPage() {
  const filter = route.useSearch()
  const setFilter = route.useNavigate()
  const navigate = useNavigate()
  const query = useInfiniteQuery(tracesQuery(filter))
  return (
    <Page title="Traces" lead="Where the time of requests and jobs went, over all services. The newest are kept.">
      <TraceForm key={JSON.stringify(filter)} filter={filter} onSearch={(search) => void setFilter({ search })} />
      <PagedTable
        label="Traces"
        query={query}
        things={['trace', 'traces']}
        columns={columns}
        idOf={idOf}
        onOpen={({ traceId }) => void navigate({ to: '/traces/$traceId', params: { traceId } })}
        empty={
          <EmptyPanel title="There is no such trace">
            Spans arrive about a second after they end. Take a condition away, or run a job.
          </EmptyPanel>
        }
      />
    </Page>
  )
}

const ATTRIBUTES = ['assay.job.kind', 'assay.job.attempt', 'messaging.message.id', 'error.type', 'http.route']

function TraceForm({ filter, onSearch }: { filter: TraceFilter; onSearch: (filter: TraceFilter) => void }) {
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSearch(readTraceFilter(Object.fromEntries(new FormData(event.currentTarget))))
  }
  return (
    <form onSubmit={search}>
      <Fields>
        <TextField label="Attribute" name="attribute" list="span-attributes" defaultValue={filter.attribute} />
        <datalist id="span-attributes">
          {ATTRIBUTES.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField label="Its value" name="value" defaultValue={filter.value} />
        <TextField label="Name has" name="name" defaultValue={filter.name} />
        <TextField label="Service" name="service" defaultValue={filter.service} />
        <TextField
          label="At least, ms"
          name="minDurationMs"
          type="number"
          min={0}
          defaultValue={filter.minDurationMs}
        />
        <SelectField
          label="Outcome"
          name="errors"
          defaultValue={filter.errors ? 'true' : ''}
          options={[
            ['', 'Any'],
            ['true', 'Failed'],
          ]}
        />
      </Fields>
      <Button type="submit">Search</Button>
    </form>
  )
}
