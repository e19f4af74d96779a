import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Elapsed } from '../../ui/elapsed.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'

const REFRESH_MS = 1_000

type Worker = AnswerOf<'/api/v2/workers'>['items'][number]

const columns: Column<Worker>[] = [
  {
    id: 'alive',
    header: 'State',
    width: 5,
    cell: ({ alive }) => <Badge tone={alive ? 'good' : 'bad'}>{alive ? 'alive' : 'gone'}</Badge>,
  },
  { id: 'service', header: 'Service', width: 7, cell: ({ service }) => service },
  { id: 'jobs', header: 'Runs now', width: 10, grows: true, cell: (worker) => <Running worker={worker} /> },
  {
    id: 'host',
    header: 'Host',
    width: 10,
    isExtra: true,
    cell: ({ host, pid, id }) => (
      <span title={id}>
        {host} ({pid})
      </span>
    ),
  },
  { id: 'version', header: 'Version', width: 8, isExtra: true, cell: ({ version }) => version },
  {
    id: 'beat',
    header: 'Sign of life',
    width: 6.5,
    isNumeric: true,
    cell: ({ lastHeartbeatAt }) => (
      <>
        <Elapsed from={lastHeartbeatAt} to={null} /> ago
      </>
    ),
  },
]

function Running({ worker: { jobs, otherJobs } }: { worker: Worker }) {
  if (jobs.length + otherJobs === 0) return <>nothing</>
  return (
    <>
      {jobs.map(({ id, kind }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <Link to="/jobs/$id" params={{ id }}>
            {kind}
          </Link>
        </span>
      ))}
      {otherJobs > 0 ? ` ${otherJobs} of other workspaces` : ''}
    </>
  )
}

/** Who works, on what, and whether they still do. */
export function Workers() {
  const workers = useQuery({
    queryKey: ['workers'],
    queryFn: () => read(api.GET('/api/v2/workers')),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Loaded query={workers} what="the workers">
      {({ items }) =>
        items.length > 0 ? (
          <DataTable label="Workers" rows={items} columns={columns} idOf={({ id }) => id} />
        ) : (
          <EmptyPanel title="No worker has given a sign of life within a day.">
            Jobs wait until one is started: npm start runs them all.
          </EmptyPanel>
        )
      }
    </Loaded>
  )
}
