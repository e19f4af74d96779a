import { read } from '@assay/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useNotices } from '../../ui/notices.tsx'
import type { Schedule } from './schedule-form.tsx'

const named = ({ name }: Schedule) => ({ params: { path: { name } } })

/** Submits a schedule's job now, and goes to it. */
export function useRunning() {
  const navigate = useNavigate()
  const { tellError } = useNotices()
  return useMutation({
    mutationFn: (schedule: Schedule) => read(api.POST('/api/v2/schedules/{name}/run', named(schedule))),
    onSuccess: ({ id }) => navigate({ to: '/jobs/$id', params: { id } }),
    onError: tellError,
  })
}

/** Switches a schedule on or off. */
export function useSwitching() {
  const client = useQueryClient()
  const { tellError } = useNotices()
  return useMutation({
    mutationFn: (schedule: Schedule) => {
      const { kind, payload, priority, cron, timezone, enabled } = schedule
      const body = { kind, payload, priority, cron, timezone, enabled: !enabled }
      return read(api.PUT('/api/v2/schedules/{name}', { ...named(schedule), body }))
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedules'] }),
    onError: tellError,
  })
}

/** Ends a schedule for good. */
export function useRemoving(onDone: () => void) {
  const client = useQueryClient()
  const { tell, tellError } = useNotices()
  return useMutation({
    mutationFn: (schedule: Schedule) => read(api.DELETE('/api/v2/schedules/{name}', named(schedule))),
    onSuccess: (_nothing, { name }) => {
      tell(`The schedule ${name} is deleted.`)
      onDone()
      return client.invalidateQueries({ queryKey: ['schedules'] })
    },
    onError: tellError,
  })
}
