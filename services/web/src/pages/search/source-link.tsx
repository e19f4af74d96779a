import type { paths } from '@assay/client'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Moment } from '../../ui/moment.tsx'

type Found = paths['/api/v2/search']['post']['responses'][200]['content']['application/json']['items'][number]
export type FoundSource = Found['source']

/** Leads to where something was found: the pull request or the document, at the passage. */
export const SourceLink = ({
  source,
  at,
  children,
}: {
  source: FoundSource
  at: { start: number; end: number }
  children: ReactNode
}) =>
  source.kind === 'document' ? (
    <Link to="/documents/$id" params={{ id: source.id }} search={{ start: at.start, end: at.end }}>
      {children}
    </Link>
  ) : (
    <Link to="/pull-requests/$id" params={{ id: source.id }}>
      {children}
    </Link>
  )

/** Whose it is and of when, in a line. */
export const SourceLine = ({ source }: { source: FoundSource }) =>
  source.kind === 'document' ? (
    <>
      Document · {source.name} · version {source.version}
      {source.language ? ` · ${source.language}` : ''}
    </>
  ) : (
    <>
      {source.changeKind ?? 'pull request'} · {source.repository}
      {source.number === null ? '' : ` #${source.number}`} · {source.author} · <Moment at={source.mergedAt} as="day" />
    </>
  )
