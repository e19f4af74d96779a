import { read } from '@assay/client'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AnswerOf } from './answers.ts'
import { api } from './client.ts'

export type Job = AnswerOf<'/api/v2/jobs/{id}'>
export const jobKey = (id: string) => ['job', id] as const

const AGAIN_MS = 1_000
const REFRESH_MS = 1_000

/** Nothing happens any more to the job or to what it spawned, unless somebody lets it run again. */
export const isSettled = ({ tree }: Pick<Job, 'tree'>): boolean => tree.queued + tree.running === 0

/**
 * A job as it is now. While something can happen it is followed by server-sent events; it is asked for each second
 * where no events arrive, and where they tell too little: events tell changes, but not what it waits for.
 */
export function useJob(id: string): { job: UseQueryResult<Job>; isLive: boolean } {
  const [isLive, setLive] = useState(false)
  const job = useQuery({
    queryKey: jobKey(id),
    queryFn: () => read(api.GET('/api/v2/jobs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && needsAsking(data, isLive) ? REFRESH_MS : false),
  })
  const isFollowed = job.data !== undefined && !isSettled(job.data)
  useJobEvents(id, isFollowed, setLive)
  return { job, isLive }
}

/** A failed job may be let run again from elsewhere. */
const needsAsking = (job: Job, isLive: boolean): boolean =>
  job.waiting !== null || (isSettled(job) ? job.state === 'failed' : !isLive)

/**
 * The browser resumes by Last-Event-ID where a connection breaks; where it gave up, as when something in between
 * answers for a gateway that starts anew, we connect again.
 */
function useJobEvents(id: string, isFollowed: boolean, onLive: (isLive: boolean) => void): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isFollowed) return
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const connect = () => {
      source = new EventSource(`/api/v2/jobs/${encodeURIComponent(id)}/events`)
      source.onopen = () => onLive(true)
      source.addEventListener('job', ({ data }) => client.setQueryData<Job>(jobKey(id), JSON.parse(data)))
      source.addEventListener('end', () => {
        source.close()
        onLive(false)
      })
      source.onerror = () => {
        onLive(false)
        if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS)
      }
    }
    connect()
    return () => {
      clearTimeout(again)
      source.close()
      onLive(false)
    }
  }, [client, id, isFollowed, onLive])
}
