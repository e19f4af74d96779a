import { read } from '@assay/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

const PAGE = 50

const readReports = (cursor: string) =>
  read(api.GET('/api/v2/reports', { params: { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } } }))
export type ReportSummary = Awaited<ReturnType<typeof readReports>>['items'][number]

/** Reports that are written, the newest first. */
export const reportsQuery = infiniteQueryOptions({
  queryKey: ['reports'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => readReports(pageParam),
  getNextPageParam: ({ nextCursor }) => nextCursor,
})
