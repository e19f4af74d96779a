import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

/** A finished span; times are nanoseconds since 1970, as decimal digits. */
export type SpanRow = {
  traceId: string
  spanId: string
  parentSpanId: string | null
  service: string
  name: string
  kind: string
  startedAtNs: string
  durationNs: string
  status: string
  statusMessage: string | null
  attributes: Record<string, unknown>
  events: unknown[]
  links: unknown[]
}

export async function insertSpans(sql: Sql, spans: readonly SpanRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO spans (trace_id, span_id, parent_span_id, service, name, kind, started_at_ns, duration_ns, status,
                        status_message, attributes, events, links)
     SELECT "traceId", "spanId", "parentSpanId", service, name, kind, "startedAtNs", "durationNs", status,
            "statusMessage", attributes, events, links
       FROM json_to_recordset($1::json) AS span(
            "traceId" text, "spanId" text, "parentSpanId" text, service text, name text, kind text,
            "startedAtNs" bigint, "durationNs" bigint, status text, "statusMessage" text, attributes jsonb,
            events jsonb, links jsonb)`,
    [storableJson(spans)],
  )
}

export const SPAN_COLUMNS = `trace_id AS "traceId", span_id AS "spanId", parent_span_id AS "parentSpanId", service, name, kind,
            started_at_ns::text AS "startedAtNs", duration_ns::text AS "durationNs", status,
            status_message AS "statusMessage", attributes, events, links`

/** The spans of a trace, by their start, at most `limit`. */
export const findTrace = (sql: Sql, traceId: string, limit: number): Promise<SpanRow[]> =>
  sql.query<SpanRow>(
    `SELECT ${SPAN_COLUMNS}
       FROM spans WHERE trace_id = $1 ORDER BY started_at_ns, id LIMIT $2`,
    [traceId, limit],
  )

/** Whether jobs of the workspace, and of no other, belong to the trace. */
export const isTraceOf = async (sql: Sql, workspace: string, traceId: string): Promise<boolean> => {
  const found = await sql.query<{ workspace: string }>(
    `SELECT DISTINCT attributes ->> 'assay.workspace' AS workspace FROM spans
      WHERE trace_id = $1 AND attributes ? 'assay.workspace'`,
    [traceId],
  )
  return found.length === 1 && found[0]?.workspace === workspace
}

/** Drops the oldest spans, so that about `keep` remain. */
export async function trimSpans(sql: Sql, keep: number): Promise<void> {
  await sql.query('DELETE FROM spans WHERE id < (SELECT max(id) FROM spans) - $1', [keep])
}
