import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded } from '../../ui/states.tsx'
import { ReportBuilder } from './report-builder.tsx'
import { type ReportSummary, reportsQuery } from './report-queries.ts'

const columns: Column<ReportSummary>[] = [
  {
    id: 'title',
    header: 'Report',
    width: 14,
    grows: true,
    cell: ({ id, title }) => (
      <Link to="/reports/$id" params={{ id }}>
        {title}
      </Link>
    ),
  },
  { id: 'made', header: 'Made', width: 9, cell: ({ createdAt }) => <Moment at={createdAt} /> },
]
const idOf = ({ id }: ReportSummary) => id

/** Has reports written, and keeps those that are. */
export function ReportsPage() {
  const query = useInfiniteQuery(reportsQuery)
  const navigate = useNavigate()
  const { fetchNextPage, hasNextPage, isFetching } = query
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [fetchNextPage, hasNextPage, isFetching])
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data])
  return (
    <Page title="Reports" lead="What people or a repository achieved in a period, with quoted evidence.">
      <ReportBuilder />
      <Section title="Earlier reports">
        <Loaded query={query} what="the reports">
          {() =>
            rows.length === 0 ? (
              <EmptyPanel title="There is none yet">Choose a period above, and have one written.</EmptyPanel>
            ) : (
              <DataTable
                label="Reports"
                rows={rows}
                columns={columns}
                idOf={idOf}
                onOpen={({ id }) => void navigate({ to: '/reports/$id', params: { id } })}
                onEnd={onEnd}
              />
            )
          }
        </Loaded>
      </Section>
    </Page>
  )
}
