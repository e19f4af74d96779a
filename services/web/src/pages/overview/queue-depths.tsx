import { Link } from '@tanstack/react-router'
import type { Queue } from '../../api/answers.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatWait } from '../../ui/moment.tsx'

const columns: Column<Queue>[] = [
  { id: 'name', header: 'Queue', width: 7, grows: true, cell: ({ name }) => <Link to="/queues">{name}</Link> },
  { id: 'queued', header: 'Waiting', width: 5.5, isNumeric: true, cell: ({ queued }) => queued.toLocaleString() },
  { id: 'running', header: 'Running', width: 5.5, isNumeric: true, cell: ({ running }) => running.toLocaleString() },
  {
    id: 'retrying',
    header: 'Retrying',
    width: 6,
    isNumeric: true,
    isExtra: true,
    cell: ({ retrying }) => retrying.toLocaleString(),
  },
  {
    id: 'failed',
    header: 'Failed',
    width: 5.5,
    isNumeric: true,
    isExtra: true,
    cell: ({ failed }) => failed.toLocaleString(),
  },
  {
    id: 'wait',
    header: 'Oldest wait',
    width: 7,
    isNumeric: true,
    isExtra: true,
    cell: ({ oldestWaitSeconds }) => formatWait(oldestWaitSeconds),
  },
  {
    id: 'state',
    header: 'State',
    width: 6,
    cell: ({ paused }) => <Badge tone={paused ? 'warn' : 'good'}>{paused ? 'paused' : 'open'}</Badge>,
  },
]

export const QueueDepths = ({ queues }: { queues: readonly Queue[] }) => (
  <DataTable label="Queues" rows={queues} columns={columns} idOf={({ name }) => name} />
)
