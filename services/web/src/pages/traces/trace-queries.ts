import { read } from '@assay/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { TraceFilter } from './trace-search.ts'

const REFRESH_MS = 1_000
const PAGE = 50
const UNFINISHED = ['scheduled', 'queued', 'running', 'retrying']

const readJobSpans = (id: string) => read(api.GET('/api/v2/jobs/{id}/spans', { params: { path: { id } } }))
export type JobSpans = Awaited<ReturnType<typeof readJobSpans>>
export type TracedJob = JobSpans['jobs'][number]

const readTraces = ({ errors, ...filter }: TraceFilter, cursor: string, signal: AbortSignal) =>
  read(
    api.GET('/api/v2/traces', {
      signal,
      params: {
        query: { ...filter, limit: PAGE, ...(errors ? { errors: 'true' } : {}), ...(cursor ? { cursor } : {}) },
      },
    }),
  )
export type FoundTrace = Awaited<ReturnType<typeof readTraces>>['items'][number]

export const traceQuery = (traceId: string) =>
  queryOptions({
    queryKey: ['trace', traceId],
    queryFn: () => read(api.GET('/api/v2/traces/{traceId}', { params: { path: { traceId } } })),
  })

/** Read again each second while a job of the tree is not over. */
export const jobSpansQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id, 'spans'],
    queryFn: () => readJobSpans(id),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((job) => UNFINISHED.includes(job.state)) ? REFRESH_MS : false,
  })

export const tracesQuery = (filter: TraceFilter) =>
  infiniteQueryOptions({
    queryKey: ['traces', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => readTraces(filter, pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
