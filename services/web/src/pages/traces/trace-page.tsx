import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { Loaded } from '../../ui/states.tsx'
import { JaegerLink } from './jaeger-link.tsx'
import { traceQuery } from './trace-queries.ts'
import type { SpanSearch } from './trace-search.ts'
import { Waterfall } from './waterfall.tsx'

const route = getRouteApi('/traces/$traceId')

/** One trace: everything that one request or schedule set off. */
export function TracePage() {
  const { traceId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const trace = useQuery(traceQuery(traceId))
  const change = (changed: SpanSearch) => void navigate({ search: changed, replace: true, resetScroll: false })
  return (
    <Page title="Trace" lead={<code>{traceId}</code>} actions={<JaegerLink traceId={traceId} />}>
      <Loaded query={trace} what="the trace">
        {({ spans }) => <Waterfall spans={spans} search={search} onChange={change} />}
      </Loaded>
    </Page>
  )
}
