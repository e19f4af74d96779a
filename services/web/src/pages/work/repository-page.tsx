import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCount } from '../../ui/amounts.ts'
import { StateBadge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Columns, Facts, Figure, Page, Section } from '../../ui/page.tsx'
import { EmptyPanel, Loaded, PartialNote } from '../../ui/states.tsx'
import { type Completeness, completenessQuery, type Repository, repositoryQuery } from './work-queries.ts'

const route = getRouteApi('/repositories/$id')

type Connection = Completeness['connections'][number]
type Gap = Completeness['gaps']['items'][number]
type Run = Completeness['runs'][number]

const orUnknown = (count: number | null) => (count === null ? 'not told' : formatCount(count))

const connectionColumns: Column<Connection>[] = [
  { id: 'what', header: 'What', width: 8, grows: true, cell: ({ connection }) => connection.replaceAll('-', ' ') },
  { id: 'stored', header: 'Stored', width: 6, isNumeric: true, cell: ({ stored }) => formatCount(stored) },
  { id: 'expected', header: 'At the source', width: 7, isNumeric: true, cell: ({ expected }) => orUnknown(expected) },
  { id: 'missing', header: 'Missing', width: 6, isNumeric: true, cell: ({ missing }) => orUnknown(missing) },
]

const gapColumns: Column<Gap>[] = [
  {
    id: 'where',
    header: 'Where',
    width: 7,
    cell: ({ number, sha }) => (number === null ? (sha?.slice(0, 9) ?? 'everywhere') : `#${number}`),
  },
  { id: 'what', header: 'What', width: 8, cell: ({ connection }) => connection.replaceAll('-', ' ') },
  {
    id: 'count',
    header: 'Found of',
    width: 6,
    isNumeric: true,
    cell: ({ found, expected }) => `${formatCount(found)} / ${expected === null ? '?' : formatCount(expected)}`,
  },
  { id: 'why', header: 'Why', width: 16, grows: true, cell: ({ message }) => <span title={message}>{message}</span> },
]

const runColumns: Column<Run>[] = [
  {
    id: 'started',
    header: 'Began',
    width: 10.5,
    cell: ({ startedAt, jobId }) => (
      <Link to="/jobs/$id" params={{ id: jobId }}>
        <Moment at={startedAt} />
      </Link>
    ),
  },
  { id: 'state', header: 'State', width: 7, cell: ({ completeness }) => <StateBadge state={completeness} /> },
  { id: 'found', header: 'Read', width: 6, isNumeric: true, cell: ({ found }) => formatCount(found) },
  { id: 'changed', header: 'New or changed', width: 9.5, isNumeric: true, cell: ({ changed }) => formatCount(changed) },
  {
    id: 'how',
    header: 'How',
    width: 10,
    grows: true,
    isExtra: true,
    cell: ({ whole, rewritten }) =>
      `${whole ? 'from the beginning' : 'what is new'}${rewritten ? ', the history was rewritten' : ''}`,
  },
]

/** One repository: what of it is stored, what is missing, and why. */
export function RepositoryPage() {
  const { id } = route.useParams()
  const repository = useQuery(repositoryQuery(id))
  const completeness = useQuery(completenessQuery(id))
  return (
    <Page
      title={repository.data?.name ?? 'Repository'}
      lead={
        repository.data ? <ExternalLink href={repository.data.origin}>{repository.data.origin}</ExternalLink> : null
      }
      actions={
        <Link to="/pull-requests" search={{ repository: id }} className={buttonClass('primary')}>
          Its pull requests
        </Link>
      }
    >
      <Loaded query={repository} what="the repository">
        {(found) => <About repository={found} />}
      </Loaded>
      <Loaded query={completeness} what="what is missing">
        {(counted) => <Counted counted={counted} />}
      </Loaded>
    </Page>
  )
}

const About = ({ repository }: { repository: Repository }) => (
  <Facts
    facts={[
      ['State', <StateBadge key="state" state={repository.completeness} />],
      ['Read with', repository.sourceKind],
      ['Branch', repository.defaultBranch],
      ['Up to commit', repository.head?.slice(0, 12) ?? '—'],
      ['License', repository.license ?? 'not told'],
      ['Visibility', repository.visibility],
      ['Collected', <Moment key="collected" at={repository.collectedAt} as="exact" />],
    ]}
  />
)

function Counted({ counted }: { counted: Completeness }) {
  const { stored, expected, missing, vanished, connections, gaps, runs } = counted
  return (
    <>
      <Columns>
        <Figure
          name="Pull requests stored"
          value={formatCount(stored)}
          note={`of ${orUnknown(expected)} at the source`}
        />
        <Figure name="Missing" value={orUnknown(missing)} note={`${formatCount(gaps.total)} known omissions`} />
        <Figure name="Vanished" value={formatCount(vanished)} note="the source does not have them any more" />
      </Columns>
      <Section title="What is stored">
        <DataTable
          label="What is stored"
          rows={connections}
          columns={connectionColumns}
          idOf={({ connection }) => connection}
        />
      </Section>
      <Section title="What is missing, and why">
        {gaps.items.length === 0 ? (
          <EmptyPanel title="Nothing is known to be missing" />
        ) : (
          <>
            {gaps.total > gaps.items.length ? (
              <PartialNote>
                These are the first {formatCount(gaps.items.length)} of {formatCount(gaps.total)}.
              </PartialNote>
            ) : null}
            <DataTable
              label="What is missing"
              rows={gaps.items}
              columns={gapColumns}
              idOf={({ connection, number, sha, reason }) => `${connection} ${number} ${sha} ${reason}`}
            />
          </>
        )}
      </Section>
      <Section title="When it was collected">
        <DataTable label="When it was collected" rows={runs} columns={runColumns} idOf={({ jobId }) => jobId} />
      </Section>
    </>
  )
}
