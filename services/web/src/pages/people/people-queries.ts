import { read } from '@assay/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { dayRange } from '../../ui/day-range.ts'

type Period = { from?: string | undefined; to?: string | undefined }

function readSummary(by: 'author' | 'kind', authors: readonly string[], period: Period, signal: AbortSignal) {
  const { from, to } = dayRange(period)
  const query = {
    by,
    ...(authors.length > 0 ? { author: [...authors] } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
  return read(api.GET('/api/v2/value/summary', { signal, params: { query } }))
}
export type Summary = Awaited<ReturnType<typeof readSummary>>['items'][number]

const FRESH_MS = 60_000

/** What work comes to, by author or by kind; without authors that of everybody. */
export const summaryQuery = (by: 'author' | 'kind', authors: readonly string[], period: Period) =>
  queryOptions({
    queryKey: ['summary', by, authors, period],
    queryFn: ({ signal }) => readSummary(by, authors, period, signal),
    staleTime: FRESH_MS,
  })

export const nearMissesQuery = queryOptions({
  queryKey: ['authors', 'near-misses'],
  queryFn: () => read(api.GET('/api/v2/authors/near-misses')),
})

export const verdictsQuery = queryOptions({
  queryKey: ['authors', 'aliases'],
  queryFn: () => read(api.GET('/api/v2/authors/aliases')),
})
