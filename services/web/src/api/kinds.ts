import { read } from '@assay/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

/** What kinds of jobs there are; they change only with a new version of Assay. */
export const kindsQuery = queryOptions({
  queryKey: ['kinds'],
  queryFn: () => read(api.GET('/api/v2/kinds')),
  staleTime: Number.POSITIVE_INFINITY,
})
