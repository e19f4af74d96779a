import { read } from '@assay/client'
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { JobSummary } from '../../api/answers.ts'
import { api } from '../../api/client.ts'
import { followList } from './follow-list.ts'
import { isUnfinished, type JobSearch, toFilter } from './job-search.ts'

const PAGE = 50
/** So often that a change is seen within a second, the time of the answer included. */
const REFRESH_MS = 500
/** A search for text reads up to 20,000 jobs each time. */
const REFRESH_SEARCH_MS = 5_000
/** So many older pages are kept up to date, those with unfinished jobs first. */
const PAGES_FOLLOWED = 4

/** The jobs that match, kept up to date without a row ever moving; `showNew` takes in what came since. */
export function useJobs(search: JobSearch) {
  const filter = useMemo(() => toFilter(search), [search])
  const refreshMs = filter.q ? REFRESH_SEARCH_MS : REFRESH_MS
  const [openedAt, setOpenedAt] = useState(() => Date.now())
  const ask = (cursor: string | null, limit: number) =>
    read(
      api.GET('/api/v2/jobs', {
        params: { query: { ...filter, brief: 'true', limit, ...(cursor ? { cursor } : {}) } as never },
      }),
    )

  const pages = useInfiniteQuery({
    queryKey: ['jobs', 'opened', filter, openedAt],
    queryFn: ({ pageParam }) => ask(pageParam, PAGE),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = pages
  const newest = useQuery({
    queryKey: ['jobs', 'newest', filter],
    queryFn: () => ask(null, PAGE * 2),
    refetchInterval: refreshMs,
    gcTime: 10_000,
    enabled: data !== undefined,
  })
  const unfinished = (data?.pages ?? [])
    .slice(0, -1)
    .flatMap(({ nextCursor }, at) =>
      nextCursor !== null && data?.pages[at + 1]?.items.some(isUnfinished) ? nextCursor : [],
    )
    .slice(0, PAGES_FOLLOWED)
  const again = useQueries({
    queries: unfinished.map((cursor) => ({
      queryKey: ['jobs', 'again', filter, cursor],
      queryFn: () => ask(cursor, PAGE),
      refetchInterval: refreshMs,
      gcTime: 10_000,
    })),
    combine: (results) => results.flatMap(({ data: page }) => page ?? []),
  })

  const followed = useMemo(() => {
    const shown = [
      ...new Map(
        data?.pages.flatMap(({ items }) => items.map((item): [string, JobSummary] => [item.id, item])),
      ).values(),
    ]
    return followList({
      shown,
      isWhole: !hasNextPage,
      newest: isPlaceholderData ? undefined : newest.data,
      again,
    })
  }, [data, hasNextPage, isPlaceholderData, newest.data, again])

  const showNew = useCallback(() => setOpenedAt(Date.now()), [])
  // In an empty list nothing can jump.
  const isFirst = data !== undefined && followed.rows.length === 0 && followed.fresh > 0
  useEffect(() => {
    if (isFirst) showNew()
  }, [isFirst, showNew])

  return {
    query: { data, error: pages.error ?? newest.error, refetch: pages.refetch },
    ...followed,
    isWhole: !hasNextPage,
    showNew,
    onEnd: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  }
}
