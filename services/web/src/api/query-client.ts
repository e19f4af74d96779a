import { ApiProblem } from '@assay/client'
import { QueryCache, QueryClient } from '@tanstack/react-query'

const RETRIES = 2

/** A client that goes to the sign-in page when the session is over, and asks again only where that may help. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) window.location.assign('/admin/sign-in')
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < RETRIES && (!(error instanceof ApiProblem) || isPassing(error)),
      },
    },
  })
}

const isPassing = ({ status }: ApiProblem) => status === 0 || status === 429 || status >= 500
