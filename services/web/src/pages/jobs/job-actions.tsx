import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { isSettled, type Job, jobKey } from '../../api/job-events.ts'
import { useMay } from '../../api/session.ts'
import { useShortcut } from '../../shell/shortcuts.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { CopyButton } from '../../ui/copy.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { ScopedButton } from '../../ui/scoped-button.tsx'
import { curlOf } from '../submit/curl.ts'
import { countJobs } from './bulk.ts'

/** What can be done with a job. */
export function JobActions({ job }: { job: Job }) {
  const { id } = job
  const may = useMay('submit')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  const [isAsking, setAsking] = useState(false)
  const retry = useMutation({
    mutationFn: () => read(api.POST('/api/v2/jobs/{id}/retry', { params: { path: { id } } })),
    onSuccess: (job) => {
      client.setQueryData<Job>(jobKey(id), job)
      tell('It runs again.')
    },
    onError: tellError,
  })
  const cancel = useMutation({
    mutationFn: () => read(api.POST('/api/v2/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: ({ cancelled }) => {
      tell(`${countJobs(cancelled.length)} cancelled.`)
      return client.invalidateQueries({ queryKey: jobKey(id) })
    },
    onError: tellError,
    onSettled: () => setAsking(false),
  })
  const canRetry = may && job.state === 'failed' && !retry.isPending
  const canCancel = may && !isSettled(job)
  useShortcut('r', 'Retry the job', canRetry ? () => retry.mutate() : null)
  useShortcut('c', 'Cancel the job', canCancel ? () => setAsking(true) : null)
  useShortcut('e', 'Run it again with another input', may ? () => void navigate(edited(id)) : null)

  return (
    <>
      <ScopedButton
        needs="submit"
        disabled={!canRetry}
        title={canRetry ? undefined : 'Only a failed job can run again.'}
        onClick={() => retry.mutate()}
      >
        Retry
      </ScopedButton>
      <ScopedButton
        needs="submit"
        disabled={!canCancel}
        title={canCancel ? undefined : 'It has ended.'}
        onClick={() => setAsking(true)}
      >
        Cancel
      </ScopedButton>
      <Link {...edited(id)} className={buttonClass()}>
        Run with another input
      </Link>
      <CopyButton text={curlOf(window.location.origin, { kind: job.kind, payload: job.payload })}>
        Copy as curl
      </CopyButton>
      {job.traceId ? (
        <Link to="/jobs/$id/trace" params={{ id }} className={buttonClass()}>
          Trace
        </Link>
      ) : null}
      <Confirm
        title={isAsking ? `Cancel this ${job.kind} job?` : null}
        action="Cancel the job"
        isBusy={cancel.isPending}
        onConfirm={() => cancel.mutate()}
        onCancel={() => setAsking(false)}
      >
        {countJobs(job.tree.queued + job.tree.running)} of its tree {isOne(job) ? 'has' : 'have'} not ended. Work that
        is done stays.
      </Confirm>
    </>
  )
}

const edited = (id: string) => ({ to: '/submit', search: { from: id } }) as const
const isOne = ({ tree }: Job) => tree.queued + tree.running === 1
