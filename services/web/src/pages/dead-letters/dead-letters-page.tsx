import { read } from '@assay/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Moment } from '../../ui/moment.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import styles from './dead-letters.module.css'

type Group = AnswerOf<'/api/v2/dead-letters'>['items'][number]

const REFRESH_MS = 1_000
/** The API's own limits: of groups that it tells, and of jobs that it lets run again at once. */
const MOST_GROUPS = 200
const AT_ONCE = 10_000

const jobs = (count: number) => `${count.toLocaleString()} ${count === 1 ? 'job' : 'jobs'}`

/** What failed for good: each cause once, with what to do about it and then to let all of its jobs run again. */
export function DeadLettersPage() {
  const letters = useQuery({
    queryKey: ['dead-letters'],
    queryFn: () => read(api.GET('/api/v2/dead-letters')),
    refetchInterval: REFRESH_MS,
  })
  const [asked, setAsked] = useState<Group | null>(null)
  const replay = useReplay(() => setAsked(null))
  return (
    <Page
      title="Dead letters"
      lead="Jobs that failed for good, those that failed alike together. Mend the cause, then replay."
    >
      <Loaded query={letters} what="the dead letters">
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <EmptyPanel title="No job has failed for good.">There is nothing to do here.</EmptyPanel>
            ) : null}
            {items.length >= MOST_GROUPS ? (
              <PartialNote>These are {MOST_GROUPS} causes; there are more.</PartialNote>
            ) : null}
            <ul className={styles.groups}>
              {items.map((group) => (
                <GroupCard key={`${group.fingerprint} ${group.kind}`} group={group} onReplay={() => setAsked(group)} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <Confirm
        title={asked ? `Replay ${jobs(asked.count)}?` : null}
        action={asked ? `Replay ${jobs(asked.count)}` : ''}
        isBusy={replay.isPending}
        onConfirm={() => asked && replay.mutate(asked)}
        onCancel={() => setAsked(null)}
      >
        They run again with the input that they have. Those whose cause is still there come back here.
        {asked && asked.count > AT_ONCE ? ` ${AT_ONCE.toLocaleString()} go at once; replay again for the others.` : ''}
      </Confirm>
    </Page>
  )
}

function GroupCard({ group, onReplay }: { group: Group; onReplay: () => void }) {
  const { kind, count, error, firstAt, lastAt, fingerprint, sampleJobId, advice } = group
  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <h2>
          {jobs(count)} of kind {kind}
        </h2>
        <ScopedButton needs="submit" aria-label={`Replay ${jobs(count)} of kind ${kind}`} onClick={onReplay}>
          Replay
        </ScopedButton>
      </div>
      <p>{error?.message ?? 'No error was kept.'}</p>
      <p>
        <strong>What to do:</strong> {advice}
      </p>
      <div className={styles.facts}>
        {error ? <code>{error.code}</code> : null}
        <span>
          from <Moment at={firstAt} /> to <Moment at={lastAt} />
        </span>
        <Link to="/jobs/$id" params={{ id: sampleJobId }}>
          One of them
        </Link>
        <Link to="/jobs" search={{ state: 'failed', kind, ...(fingerprint ? { fingerprint } : {}) }}>
          All as a list
        </Link>
      </div>
    </li>
  )
}

function useReplay(onDone: () => void) {
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  return useMutation({
    mutationFn: ({ fingerprint, kind }: Group) =>
      read(
        api.POST('/api/v2/dead-letters/replay', {
          body: { fingerprint, kind, limit: AT_ONCE },
        }),
      ),
    onSuccess: ({ replayed }) => {
      tell(`${jobs(replayed.length)} replayed.`)
      onDone()
      return client.invalidateQueries({ queryKey: ['dead-letters'] })
    },
    onError: tellError,
  })
}
