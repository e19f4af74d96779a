import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Page } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { pullRequestColumns } from './pull-request-columns.tsx'
import { type PullRequestFilter, pullRequestSorts } from './pull-request-filter.ts'
import { PullRequestFilters } from './pull-request-filters.tsx'
import { type BriefMoney, type ListedPullRequest, moneyQuery, pullRequestsQuery } from './work-queries.ts'

const route = getRouteApi('/pull-requests')
/** What is known of the value of the pages that begin at these cursors. */
const useMoney = (filter: PullRequestFilter, cursors: readonly string[]): ReadonlyMap<string, BriefMoney> =>
  useQueries({ queries: cursors.map((cursor) => moneyQuery(filter, cursor)), combine: gathered })

const gathered = (answers: readonly { data: readonly (readonly [string, BriefMoney])[] | undefined }[]) =>
  new Map(answers.flatMap(({ data }) => data ?? []))

const idOf = ({ id }: ListedPullRequest) => id

/** All pull requests, to be narrowed and ordered; more come as one scrolls. */
export function PullRequestsPage() {
  const filter = route.useSearch()
  const setFilter = route.useNavigate()
  const navigate = useNavigate()
  const query = useInfiniteQuery(pullRequestsQuery(filter))
  // A cursor of the list before is of no use to the one that is being read.
  const pages = query.isPlaceholderData ? [] : (query.data?.pages ?? [])
  const cursors = pages.map((_page, index) => pages[index - 1]?.nextCursor ?? '')
  const money = useMoney(filter, cursors)
  const columns = useMemo(() => pullRequestColumns(money), [money])

  return (
    <Page
      title="Pull requests"
      lead="Significance orders by how likely maintainers would announce a change, 0 to 100. Money is shown where its text states an effect and prices are declared."
    >
      <PullRequestFilters
        filter={filter}
        onChange={(changed) => void setFilter({ search: changed, replace: true, resetScroll: false })}
      />
      <PagedTable
        label="Pull requests"
        query={query}
        things={['pull request', 'pull requests']}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/pull-requests/$id', params: { id } })}
        sorting={{
          by: filter.sort ?? 'merged_at',
          onSort: (by) => {
            const sort = pullRequestSorts.find((known) => known === by) ?? 'merged_at'
            void setFilter({ search: { ...filter, sort }, replace: true, resetScroll: false })
          },
        }}
        empty={
          <EmptyPanel title="There is no such pull request">
            Take a filter away, or collect a repository under “Repositories”.
          </EmptyPanel>
        }
      />
    </Page>
  )
}
