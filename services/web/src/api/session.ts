import { read } from '@assay/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => read(api.GET('/api/v2/session')),
  staleTime: 60_000,
})

export type Scope = 'submit' | 'admin'

/** Whether who is signed in may do what needs this scope; undefined until that is known. */
export function useMay(scope: Scope): boolean | undefined {
  const { data } = useQuery(sessionQuery)
  return data && (data.scopes.includes('admin') || data.scopes.includes(scope))
}
