import { type paths, read } from '@assay/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export type Portfolio = paths['/api/v2/portfolio']['get']['responses'][200]['content']['application/json']

export const portfolioQuery = queryOptions({
  queryKey: ['portfolio'],
  queryFn: () => read(api.GET('/api/v2/portfolio')),
})
