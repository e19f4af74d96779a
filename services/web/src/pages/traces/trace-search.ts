import { textIn } from '../../shell/search-params.ts'

/** What a span of the traces that are listed has to be, as it stands in the address. */
export type TraceFilter = {
  attribute?: string
  value?: string
  name?: string
  service?: string
  minDurationMs?: number
  errors?: true
}

const DAY_MS = 86_400_000

export function readTraceFilter(search: Record<string, unknown>): TraceFilter {
  const read: TraceFilter = {}
  for (const name of ['attribute', 'value', 'name', 'service'] as const) {
    const text = textIn(search, name)
    if (text) read[name] = text
  }
  if (!read.attribute) delete read.value
  const least = Number(textIn(search, 'minDurationMs'))
  if (least > 0 && least <= DAY_MS) read.minDurationMs = least
  if (search.errors === true || search.errors === 'true') read.errors = true
  return read
}

/** Which span is looked at, and what spans are searched for. */
export type SpanSearch = { span?: string; find?: string }

export function readSpanSearch(search: Record<string, unknown>): SpanSearch {
  const [span, find] = [textIn(search, 'span'), textIn(search, 'find')]
  return { ...(span ? { span } : {}), ...(find ? { find } : {}) }
}
