import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Queue } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatWait } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { Loaded } from '../../ui/states.tsx'

const REFRESH_MS = 1_000

/** What each queue holds, and stopping and resuming them. */
export function QueuesPage() {
  const may = useMay('admin')
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: () => read(api.GET('/api/v2/queues')),
    refetchInterval: REFRESH_MS,
  })
  const [asked, setAsked] = useState<Queue | null>(null)
  const { apply, isPending } = usePausing(() => setAsked(null))
  const columns = useMemo<Column<Queue>[]>(
    () => [
      ...COUNTS,
      {
        id: 'act',
        header: 'Change',
        width: 8,
        cell: (queue) => (
          <ScopedButton
            needs="admin"
            disabled={isPending}
            aria-label={`${queue.paused ? 'Resume' : 'Pause'} ${queue.name}`}
            onClick={() => (queue.paused ? apply(queue) : setAsked(queue))}
          >
            {queue.paused ? 'Resume' : 'Pause'}
          </ScopedButton>
        ),
      },
    ],
    [isPending, apply],
  )
  return (
    <Page
      title="Queues"
      lead="Counts are of your workspace; pausing stops a queue for all of them."
      actions={
        may ? (
          <a href="/admin/queues" className={buttonClass()}>
            Queue board
          </a>
        ) : undefined
      }
    >
      <Loaded query={queues} what="the queues">
        {({ items }) => <DataTable label="Queues" rows={items} columns={columns} idOf={({ name }) => name} />}
      </Loaded>
      <Confirm
        title={asked ? `Pause the queue ${asked.name}?` : null}
        action="Pause the queue"
        isBusy={isPending}
        onConfirm={() => asked && apply(asked)}
        onCancel={() => setAsked(null)}
      >
        {asked
          ? `${asked.queued.toLocaleString()} waiting jobs, and all that come, wait until it is resumed. ${asked.running.toLocaleString()} running ones go on to their end.`
          : ''}
      </Confirm>
    </Page>
  )
}

const count = (state: 'scheduled' | 'queued' | 'running' | 'retrying', header: string): Column<Queue> => ({
  id: state,
  header,
  width: 6.5,
  isNumeric: true,
  isExtra: state === 'scheduled' || state === 'retrying',
  cell: (queue) => queue[state].toLocaleString(),
})

const COUNTS: Column<Queue>[] = [
  { id: 'name', header: 'Queue', width: 7, grows: true, cell: ({ name }) => name },
  {
    id: 'state',
    header: 'State',
    width: 6,
    cell: ({ paused }) => <Badge tone={paused ? 'warn' : 'good'}>{paused ? 'paused' : 'open'}</Badge>,
  },
  count('queued', 'Waiting'),
  count('running', 'Running'),
  count('scheduled', 'Scheduled'),
  count('retrying', 'Retrying'),
  {
    id: 'failed',
    header: 'Failed',
    width: 6,
    isNumeric: true,
    isExtra: true,
    cell: ({ failed }) => (failed > 0 ? <Link to="/dead-letters">{failed.toLocaleString()}</Link> : '0'),
  },
  {
    id: 'wait',
    header: 'Oldest wait',
    width: 7,
    isNumeric: true,
    isExtra: true,
    cell: ({ oldestWaitSeconds }) => formatWait(oldestWaitSeconds),
  },
]

function usePausing(onDone: () => void) {
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  const { mutate, isPending } = useMutation({
    mutationFn: ({ name, paused }: Queue) =>
      read(api.POST(`/api/v2/queues/{name}/${paused ? 'resume' : 'pause'}`, { params: { path: { name } } })),
    onSuccess: ({ name, paused }) => {
      tell(`The queue ${name} is ${paused ? 'paused' : 'open again'}.`)
      onDone()
      return client.invalidateQueries({ queryKey: ['queues'] })
    },
    onError: tellError,
  })
  return { apply: mutate, isPending }
}
