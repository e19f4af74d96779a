import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { RowData } from '@tanstack/react-table'
import { type ComponentProps, type ReactNode, useCallback, useMemo } from 'react'
import { formatCount } from './amounts.ts'
import styles from './data-table.module.css'
import { DataTable } from './data-table.tsx'
import { Loaded } from './states.tsx'

type PageOf<Row> = { items: readonly Row[] }

/** A list that comes in pages, of which more are read as one scrolls; says how many of it are here. */
export function PagedTable<Row extends RowData>({
  query,
  things: [thing, things],
  empty,
  ...table
}: Omit<ComponentProps<typeof DataTable<Row>>, 'rows' | 'onEnd'> & {
  query: UseInfiniteQueryResult<InfiniteData<PageOf<Row>>>
  /** What one of the rows is called, and what several are. */
  things: readonly [one: string, many: string]
  /** What is shown where there is none. */
  empty: ReactNode
}) {
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetching])
  return (
    <Loaded query={query} what={`the ${things}`}>
      {() =>
        rows.length === 0 ? (
          empty
        ) : (
          <>
            <p role="status" className={styles.count}>
              {hasNextPage
                ? `${formatCount(rows.length)} ${things} are loaded; scroll for more`
                : `${formatCount(rows.length)} ${rows.length === 1 ? thing : things}`}
            </p>
            <DataTable {...table} rows={rows} onEnd={onEnd} />
          </>
        )
      }
    </Loaded>
  )
}
