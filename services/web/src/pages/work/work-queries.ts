import { read } from '@assay/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { type PullRequestFilter, toQuery } from './pull-request-filter.ts'

const REFRESH_MS = 1_000
const MOST_REPOSITORIES = 200
const PAGE = 100

const readRepositories = (cursor: string) =>
  read(
    api.GET('/api/v2/repositories', {
      params: { query: { limit: MOST_REPOSITORIES, ...(cursor ? { cursor } : {}) } },
    }),
  )
const readCompleteness = (id: string) =>
  read(api.GET('/api/v2/repositories/{id}/completeness', { params: { path: { id } } }))
const readPullRequests = (filter: PullRequestFilter, cursor: string, signal: AbortSignal, include?: 'money') =>
  read(
    api.GET('/api/v2/pull-requests', {
      signal,
      params: {
        query: { ...toQuery(filter), limit: PAGE, ...(include ? { include } : {}), ...(cursor ? { cursor } : {}) },
      },
    }),
  )
const readPullRequest = (id: string) => read(api.GET('/api/v2/pull-requests/{id}', { params: { path: { id } } }))

const readObservations = (id: string) =>
  read(api.GET('/api/v2/pull-requests/{id}/observations', { params: { path: { id } } }))

export type Repository = Awaited<ReturnType<typeof readRepositories>>['items'][number]
export type ListedPullRequest = Awaited<ReturnType<typeof readPullRequests>>['items'][number]
export type BriefMoney = NonNullable<ListedPullRequest['money']>
export type PullRequest = Awaited<ReturnType<typeof readPullRequest>>
export type Scored = NonNullable<PullRequest['value']>
export type Claim = Scored['claims'][number]
export type Money = Scored['money']
export type Observation = Awaited<ReturnType<typeof readObservations>>['items'][number]
export type Completeness = Awaited<ReturnType<typeof readCompleteness>>

/** Pages follow one another as they are scrolled to; the more there are, the more seldom they are read again. */
export const repositoriesQuery = infiniteQueryOptions({
  queryKey: ['repositories', 'pages'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => readRepositories(pageParam),
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: ({ state }) => REFRESH_MS * Math.max(1, state.data?.pages.length ?? 1),
})

/** The newest of them, to choose from. */
export const newestRepositoriesQuery = queryOptions({
  queryKey: ['repositories', 'newest'],
  queryFn: () => readRepositories(''),
  staleTime: 30_000,
})

export const repositoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['repositories', id],
    queryFn: () => read(api.GET('/api/v2/repositories/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.completeness === 'collecting' ? REFRESH_MS : false),
  })

export const completenessQuery = (id: string) =>
  queryOptions({
    queryKey: ['repositories', id, 'completeness'],
    queryFn: () => readCompleteness(id),
    refetchInterval: REFRESH_MS,
  })

/** Pages follow one another as they are scrolled to. */
export const pullRequestsQuery = (filter: PullRequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['pull-requests', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => readPullRequests(filter, pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** What the pull requests of a page are worth; pricing them takes longer than reading them. */
export const moneyQuery = (filter: PullRequestFilter, cursor: string) =>
  queryOptions({
    queryKey: ['pull-requests', filter, 'money', cursor],
    queryFn: async ({ signal }) => {
      const { items } = await readPullRequests(filter, cursor, signal, 'money')
      return items.flatMap(({ id, money }) => (money ? [[id, money] as const] : []))
    },
    staleTime: 30_000,
  })

/** What was measured of its claims after the merge. */
export const observationsQuery = (id: string) =>
  queryOptions({
    queryKey: [...pullRequestQuery(id).queryKey, 'observations'],
    queryFn: () => readObservations(id),
  })

/** What is not scored yet is looked at again until it is. */
export const pullRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['pull-request', id],
    queryFn: () => readPullRequest(id),
    refetchInterval: ({ state }) => (state.data && state.data.value === null ? REFRESH_MS : false),
  })

export const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['pull-request', id, 'similar'],
    queryFn: () => read(api.GET('/api/v2/pull-requests/{id}/similar', { params: { path: { id } } })),
    staleTime: 60_000,
  })
