import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatCount } from '../../ui/amounts.ts'
import { StateBadge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { CollectPanel } from './collect-panel.tsx'
import { type Repository, repositoriesQuery } from './work-queries.ts'

const columns: Column<Repository>[] = [
  {
    id: 'name',
    header: 'Repository',
    width: 12,
    grows: true,
    cell: ({ id, name }) => (
      <Link to="/repositories/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: 'state', header: 'State', width: 7, cell: ({ completeness }) => <StateBadge state={completeness} /> },
  {
    id: 'stored',
    header: 'Pull requests',
    width: 8,
    isNumeric: true,
    cell: ({ id, pullRequestCount }) => (
      <Link to="/pull-requests" search={{ repository: id }}>
        {formatCount(pullRequestCount)}
      </Link>
    ),
  },
  {
    id: 'expected',
    header: 'At the source',
    width: 8,
    isNumeric: true,
    isExtra: true,
    cell: ({ expectedPullRequests }) => (expectedPullRequests === null ? '—' : formatCount(expectedPullRequests)),
  },
  { id: 'source', header: 'Read with', width: 6, isExtra: true, cell: ({ sourceKind }) => sourceKind },
  {
    id: 'collected',
    header: 'Collected',
    width: 10,
    isExtra: true,
    cell: ({ collectedAt }) => <Moment at={collectedAt} />,
  },
]

const idOf = ({ id }: Repository) => id

/** What work was collected from, and where more of it comes from. */
export function RepositoriesPage() {
  const repositories = useInfiniteQuery(repositoriesQuery)
  const navigate = useNavigate()
  return (
    <Page title="Repositories" lead="Where merged pull requests were collected from, and whether all of them are here.">
      <CollectPanel />
      <PagedTable
        label="Repositories"
        query={repositories}
        things={['repository', 'repositories']}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/repositories/$id', params: { id } })}
        empty={
          <EmptyPanel title="Nothing was collected yet">
            Name a repository above: a folder with a git clone on this machine is enough.
          </EmptyPanel>
        }
      />
    </Page>
  )
}
