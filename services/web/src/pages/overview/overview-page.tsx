import { read } from '@assay/client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDuration } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'

const REFRESH_MS = 1_000

/** How Assay is, at a glance. */
export function OverviewPage() {
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: () => read(api.GET('/api/v2/queues')),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Page title="Overview">
      <Section title="Queues">
        <Loaded query={queues} what="the queues">
          {({ items }) => <Queues items={items} />}
        </Loaded>
      </Section>
    </Page>
  )
}

type Queue = { name: string; queued: number; running: number; oldestWaitSeconds: number; paused: boolean }

function Queues({ items }: { items: readonly Queue[] }) {
  const columns = useMemo<Column<Queue>[]>(
    () => [
      { id: 'name', header: 'Queue', width: 8, grows: true, cell: ({ name }) => name },
      { id: 'queued', header: 'Waiting', width: 6, isNumeric: true, cell: ({ queued }) => queued },
      { id: 'running', header: 'Running', width: 6, isNumeric: true, cell: ({ running }) => running },
      {
        id: 'wait',
        header: 'Oldest wait',
        width: 7,
        isNumeric: true,
        cell: ({ oldestWaitSeconds }) => formatDuration(oldestWaitSeconds * 1_000),
      },
      {
        id: 'state',
        header: 'State',
        width: 7,
        cell: ({ paused }) => <Badge tone={paused ? 'warn' : 'good'}>{paused ? 'paused' : 'open'}</Badge>,
      },
    ],
    [],
  )
  return <DataTable label="Queues" rows={items} columns={columns} idOf={({ name }) => name} />
}
