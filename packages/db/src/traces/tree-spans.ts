import type { Sql } from '../database.ts'
import { SPAN_COLUMNS, type SpanRow } from './spans.ts'

/**
 * The spans of jobs with all that happened below them, by their start. They are found in the traces that the jobs
 * belong to; other jobs of these traces are left out.
 */
export const findSpansOfJobs = (
  sql: Sql,
  jobs: { ids: readonly string[]; traceIds: readonly string[] },
  limit: number,
): Promise<SpanRow[]> =>
  sql.query<SpanRow>(
    `WITH RECURSIVE traced AS MATERIALIZED (
       SELECT id, trace_id, span_id, parent_span_id, attributes ->> 'messaging.message.id' AS job_id
         FROM spans WHERE trace_id = ANY($2::text[])),
     own AS (
       SELECT id, trace_id, span_id FROM traced WHERE job_id = ANY($1::text[])
       UNION
       SELECT child.id, child.trace_id, child.span_id
         FROM own JOIN traced child ON child.trace_id = own.trace_id AND child.parent_span_id = own.span_id)
     SELECT ${SPAN_COLUMNS} FROM spans WHERE id IN (SELECT id FROM own) ORDER BY started_at_ns, id LIMIT $3`,
    [jobs.ids, jobs.traceIds, limit],
  )
