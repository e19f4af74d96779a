import type { paths } from '@assay/client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export type Job = paths['/api/v2/jobs/{id}']['get']['responses'][200]['content']['application/json']
export const jobKey = (id: string) => ['job', id] as const

const AGAIN_MS = 1_000

/**
 * Keeps a job's query up to date by server-sent events. The browser resumes by Last-Event-ID where a connection
 * breaks; where it gave up, as when the gateway starts anew, we connect again.
 * @returns whether events arrive now.
 */
export function useJobEvents(id: string): boolean {
  const client = useQueryClient()
  const [isLive, setLive] = useState(false)

  useEffect(() => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const connect = () => {
      source = new EventSource(`/api/v2/jobs/${encodeURIComponent(id)}/events`)
      source.onopen = () => setLive(true)
      source.addEventListener('job', ({ data }) => client.setQueryData<Job>(jobKey(id), JSON.parse(data)))
      source.addEventListener('end', () => {
        source.close()
        setLive(false)
      })
      source.onerror = () => {
        setLive(false)
        if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS)
      }
    }
    connect()
    return () => {
      clearTimeout(again)
      source.close()
    }
  }, [client, id])

  return isLive
}
