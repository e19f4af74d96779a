import { read } from '@assay/client'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf, JobSummary } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { isSettled } from '../../api/job-events.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/states.tsx'
import styles from './tree.module.css'

const REFRESH_MS = 1_000
const PAGE = 25

type Group = AnswerOf<'/api/v2/jobs/{id}/children'>['items'][number]

/** What a job spawned itself, in groups that tell how many of them spawned more: groups by kind and state that open into jobs, and these into what they spawned. */
export function JobTree({ id, isFollowed }: { id: string; isFollowed: boolean }) {
  const children = useQuery({
    queryKey: ['job', id, 'children'],
    queryFn: () => read(api.GET('/api/v2/jobs/{id}/children', { params: { path: { id } } })),
    refetchInterval: isFollowed ? REFRESH_MS : false,
  })
  return (
    <Loaded query={children} what="what it spawned">
      {({ items }) => (
        <ul className={styles.branch}>
          {items.map((group) => (
            <GroupNode
              key={group.kind + group.state}
              parent={id}
              group={group}
              most={Math.max(...items.map(({ count }) => count))}
              isFollowed={isFollowed}
            />
          ))}
        </ul>
      )}
    </Loaded>
  )
}

function GroupNode({
  parent,
  group: { kind, state, count, spawned },
  most,
  isFollowed,
}: {
  parent: string
  group: Group
  most: number
  isFollowed: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <div className={styles.node}>
        <Toggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} label={`${count} ${kind}, ${state}`}>
          <strong>{count.toLocaleString()}</strong> × {kind}
        </Toggle>
        <StateBadge state={state} />
        <span className={styles.size} aria-hidden="true">
          <span style={{ width: `${(100 * count) / most}%` }} />
        </span>
        {spawned > 0 ? <span className={styles.more}>{spawned.toLocaleString()} of them spawned more</span> : null}
      </div>
      {isOpen ? <GroupJobs parent={parent} kind={kind} state={state} isFollowed={isFollowed} /> : null}
    </li>
  )
}

function GroupJobs({
  parent,
  kind,
  state,
  isFollowed,
}: Pick<Group, 'kind' | 'state'> & { parent: string; isFollowed: boolean }) {
  const jobs = useInfiniteQuery({
    queryKey: ['job', parent, 'children', kind, state],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v2/jobs', {
          params: {
            query: {
              parent,
              kind,
              state,
              brief: 'true',
              limit: PAGE,
              ...(pageParam ? { cursor: pageParam } : {}),
            } as never,
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: isFollowed ? REFRESH_MS : false,
  })
  return (
    <Loaded query={jobs} what="the jobs">
      {({ pages }) => (
        <ul className={styles.branch}>
          {pages.flatMap(({ items }) =>
            items.map((job) => <JobNode key={job.id} job={job} isFollowed={isFollowed && !isSettled(job)} />),
          )}
          {jobs.hasNextPage ? (
            <li>
              <Button look="quiet" disabled={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
                More
              </Button>{' '}
              <Link to="/jobs" search={{ parent, kind, state }}>
                All as a list
              </Link>
            </li>
          ) : null}
        </ul>
      )}
    </Loaded>
  )
}

function JobNode({ job, isFollowed }: { job: JobSummary; isFollowed: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const spawned = job.tree.total - 1
  return (
    <li>
      <div className={styles.node}>
        {spawned > 0 ? (
          <Toggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} label={`What ${job.id} spawned`}>
            {spawned.toLocaleString()}
          </Toggle>
        ) : null}
        <Link to="/jobs/$id" params={{ id: job.id }}>
          {job.id}
        </Link>
        <span className={styles.subject}>{job.subject}</span>
        {job.error ? <code>{job.error.code}</code> : null}
      </div>
      {isOpen ? <JobTree id={job.id} isFollowed={isFollowed} /> : null}
    </li>
  )
}

const Toggle = ({
  isOpen,
  onToggle,
  label,
  children,
}: {
  isOpen: boolean
  onToggle: () => void
  label: string
  children: React.ReactNode
}) => (
  <button type="button" className={styles.toggle} aria-expanded={isOpen} aria-label={label} onClick={onToggle}>
    <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {children}
  </button>
)
