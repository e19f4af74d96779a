import { type paths, read } from '@assay/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'

import { api } from '../../api/client.ts'
import { StateBadge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Fields, SelectField } from '../../ui/field.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Page } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { EmptyPanel } from '../../ui/states.tsx'
import { statuses } from './document-params.ts'
import { UploadPanel } from './upload-panel.tsx'

type Item = paths['/api/v2/documents']['get']['responses'][200]['content']['application/json']['items'][number]

const REFRESH_MS = 1_000
const route = getRouteApi('/documents')
const KB = 1_024

const columns: Column<Item>[] = [
  {
    id: 'name',
    header: 'Document',
    width: 12,
    grows: true,
    cell: ({ id, name }) => (
      <Link to="/documents/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: 'status', header: 'State', width: 8, cell: ({ status }) => <StateBadge state={status} /> },
  {
    id: 'score',
    header: 'Quality',
    width: 5,
    isNumeric: true,
    cell: ({ score }) => (score === null ? '—' : Math.round(score)),
  },
  { id: 'format', header: 'Format', width: 6, isExtra: true, cell: ({ format }) => format ?? '—' },
  { id: 'language', header: 'Language', width: 6, isExtra: true, cell: ({ language }) => language ?? '—' },
  { id: 'pages', header: 'Pages', width: 5, isExtra: true, isNumeric: true, cell: ({ pages }) => pages ?? '—' },
  {
    id: 'size',
    header: 'Size',
    width: 6,
    isExtra: true,
    isNumeric: true,
    cell: ({ sizeBytes }) => `${Math.ceil(sizeBytes / KB).toLocaleString()} kB`,
  },
  { id: 'version', header: 'Version', width: 5, isExtra: true, isNumeric: true, cell: ({ version }) => version },
  { id: 'added', header: 'Added', width: 9, isExtra: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
]
const idOf = ({ id }: Item) => id

/** All documents, and where new ones are dropped. */
export function DocumentsPage() {
  const { status } = route.useSearch()
  const navigate = useNavigate()
  const setStatus = route.useNavigate()
  const query = useInfiniteQuery({
    queryKey: ['documents', 'list', status],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/v2/documents', {
          params: {
            query: { limit: 100, ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((item) => item.status === 'received')) ? REFRESH_MS : false,
  })

  return (
    <Page
      title="Documents"
      lead="What was added is read, judged and cut into passages; what came through badly waits here."
    >
      <UploadPanel />
      <Fields>
        <SelectField
          label="State"
          value={status ?? ''}
          options={[['', 'All'], ...statuses.map((name) => [name, name] as const)]}
          onChange={({ target }) => {
            const chosen = statuses.find((name) => name === target.value)
            void setStatus({ search: chosen ? { status: chosen } : {} })
          }}
        />
      </Fields>
      <PagedTable
        label="Documents"
        query={query}
        things={['document', 'documents']}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => void navigate({ to: '/documents/$id', params: { id } })}
        empty={
          <EmptyPanel title={status ? `No document is ${status}` : 'There are no documents yet'}>
            {status ? 'Choose another state.' : 'Drop one above. It can be searched a few seconds later.'}
          </EmptyPanel>
        }
      />
    </Page>
  )
}
