import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/session.ts'
import { ExternalLink } from '../../ui/external-link.tsx'

/** The same trace where Jaeger shows it, if there is one. */
export function JaegerLink({ traceId }: { traceId: string }) {
  const { data: session } = useQuery(sessionQuery)
  if (!session?.jaegerUrl) return null
  return (
    <ExternalLink href={`${session.jaegerUrl.replace(/\/$/, '')}/trace/${encodeURIComponent(traceId)}`}>
      Open in Jaeger
    </ExternalLink>
  )
}
