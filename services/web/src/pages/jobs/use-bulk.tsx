import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api } from '../../api/client.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useNotices } from '../../ui/notices.tsx'
import {
  type BulkAction,
  type BulkOutcome,
  type BulkTarget,
  bulkBody,
  countJobs,
  isCut,
  reasonsOf,
  tooLate,
} from './bulk.ts'
import styles from './jobs.module.css'

type Asked = { action: BulkAction; target: BulkTarget; foreseen: BulkOutcome }

const VERBS = { cancel: ['Cancel', 'cancelled'], retry: ['Retry', 'started again'] } as const

const change = (action: BulkAction, target: BulkTarget, dryRun: boolean): Promise<BulkOutcome> =>
  read(api.POST(`/api/v2/jobs/${action}`, { body: bulkBody(target, dryRun) as never }))

/** Cancels and retries many jobs: first it is counted what would happen, and asked. */
export function useBulk(onDone: () => void): {
  ask: (action: BulkAction, target: BulkTarget) => void
  isBusy: boolean
  dialog: ReactNode
} {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { tell, tellError } = useNotices()
  const client = useQueryClient()
  const foresee = useMutation({
    mutationFn: async ({ action, target }: Omit<Asked, 'foreseen'>) => ({
      action,
      target,
      foreseen: await change(action, target, true),
    }),
    onSuccess: setAsked,
    onError: tellError,
  })
  const apply = useMutation({
    mutationFn: ({ action, target }: Asked) => change(action, target, false),
    onSuccess: (outcome, { action, foreseen }) => {
      tell(`${countJobs(outcome.changed)} ${VERBS[action][1]}${tooLate(foreseen, outcome)}.`)
      setAsked(null)
      onDone()
      return client.invalidateQueries({ queryKey: ['jobs'] })
    },
    onError: tellError,
  })

  return {
    ask: (action, target) => foresee.mutate({ action, target }),
    isBusy: foresee.isPending || apply.isPending,
    dialog: (
      <Confirm
        title={asked ? `${VERBS[asked.action][0]} ${countJobs(asked.foreseen.changed)}?` : null}
        action={asked ? `${VERBS[asked.action][0]} ${countJobs(asked.foreseen.changed)}` : ''}
        isBusy={apply.isPending || asked?.foreseen.changed === 0}
        onConfirm={() => asked && apply.mutate(asked)}
        onCancel={() => setAsked(null)}
      >
        {asked ? <Foreseen {...asked} /> : null}
      </Confirm>
    ),
  }
}

function Foreseen({ action, target, foreseen }: Asked) {
  return (
    <>
      <p>
        {countJobs(foreseen.matched)} {target.all ? 'match' : 'picked'}.{' '}
        {action === 'cancel'
          ? 'What they spawned is cancelled too. Work that is done stays.'
          : 'They run again with the input that they have.'}
      </p>
      {foreseen.skipped.length > 0 ? (
        <>
          <p>{countJobs(foreseen.skipped.length)} will stay as they are:</p>
          <ul className={styles.skipped}>
            {reasonsOf(foreseen).map(({ reason, count }) => (
              <li key={reason}>
                {count.toLocaleString()} × {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isCut(target, foreseen) ? <p>These are the newest only; ask again for the others.</p> : null}
    </>
  )
}
