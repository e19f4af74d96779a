import { containsPattern } from '../contains-pattern.ts'
import type { Sql } from '../database.ts'

/** What one span of a trace must be. */
export type SpanFilter = {
  attribute?: string | undefined
  value?: string | undefined
  /** Part of its name. */
  name?: string | undefined
  service?: string | undefined
  minDurationMs?: number | undefined
  failed?: boolean | undefined
}

export type FoundTrace = {
  /** Grows with the age of the trace's first span: where a list goes on. */
  position: string
  traceId: string
  rootName: string
  service: string
  startedAt: Date
  durationMs: number
  spans: number
  errors: number
  jobId: string | null
}

/** Traces of the workspace, and of no other, that have such a span, the newest first. Reads what is kept of spans. */
export const searchTraces = (
  sql: Sql,
  workspace: string,
  filter: SpanFilter,
  { before, limit }: { before: string | null; limit: number },
): Promise<FoundTrace[]> =>
  sql.query<FoundTrace>(
    `WITH own AS (
       SELECT trace_id, min(id) AS first FROM spans
        WHERE attributes ? 'assay.workspace' GROUP BY trace_id
       HAVING bool_and(attributes ->> 'assay.workspace' = $1)),
     page AS (
       SELECT trace_id, first FROM own
        WHERE ($2::bigint IS NULL OR first < $2)
          AND EXISTS (SELECT FROM spans
                       WHERE spans.trace_id = own.trace_id
                         AND ($4::text IS NULL OR attributes ? $4)
                         AND ($5::text IS NULL OR attributes ->> $4 = $5)
                         AND ($6::text IS NULL OR name ILIKE $6)
                         AND ($7::text IS NULL OR service = $7)
                         AND ($8::bigint IS NULL OR duration_ns >= $8)
                         AND ($9::boolean IS NOT TRUE OR status = 'error'))
        ORDER BY first DESC LIMIT $3)
     SELECT page.first::text AS position, page.trace_id AS "traceId", summary.*
       FROM page, LATERAL (
         SELECT (array_agg(name ORDER BY parent_span_id IS NOT NULL, started_at_ns, id))[1] AS "rootName",
                (array_agg(service ORDER BY parent_span_id IS NOT NULL, started_at_ns, id))[1] AS service,
                to_timestamp(min(started_at_ns) / 1e9) AS "startedAt",
                ((max(started_at_ns + duration_ns) - min(started_at_ns)) / 1e6)::float8 AS "durationMs",
                count(*)::int AS spans, (count(*) FILTER (WHERE status = 'error'))::int AS errors,
                (array_agg(attributes ->> 'messaging.message.id' ORDER BY started_at_ns, id)
                   FILTER (WHERE attributes ? 'messaging.message.id'))[1] AS "jobId"
           FROM spans WHERE trace_id = page.trace_id) AS summary
      ORDER BY page.first DESC`,
    [
      workspace,
      before,
      limit,
      filter.attribute ?? null,
      filter.value ?? null,
      filter.name === undefined ? null : containsPattern(filter.name),
      filter.service ?? null,
      filter.minDurationMs === undefined ? null : Math.ceil(filter.minDurationMs * 1_000_000),
      filter.failed ?? null,
    ],
  )
