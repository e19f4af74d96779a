import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'

import type { Column } from '../../ui/data-table.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
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
  return (
    <Page title="Reports" lead="What people or a repository achieved in a period, with quoted evidence.">
      <ReportBuilder />
      <Section title="Earlier reports">
        <PagedTable
          label="Reports"
          query={query}
          things={['report', 'reports']}
          columns={columns}
          idOf={idOf}
          onOpen={({ id }) => void navigate({ to: '/reports/$id', params: { id } })}
          empty={<EmptyPanel title="There is none yet">Choose a period above, and have one written.</EmptyPanel>}
        />
      </Section>
    </Page>
  )
}
