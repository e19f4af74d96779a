import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

export type LogLine = { at: Date; level: string; message: string; fields: Record<string, unknown> }

export type NewLogLine = LogLine & {
  jobId: string
  /** Its place behind the last line that was added of the job, from 1; a place left out was dropped. */
  place: number
}

/** Lines that are kept of a job: the newest. */
const KEPT = 1_000

/** Adds lines behind those that their jobs have, and drops what is then too old. A job that is gone has no logs. */
export async function addLogLines(sql: Sql, lines: readonly NewLogLine[]): Promise<void> {
  await sql.query(
    `INSERT INTO job_logs (job_id, line, at, level, message, fields)
     SELECT "jobId", place + coalesce((SELECT max(line) FROM job_logs WHERE job_id = "jobId"), 0),
            at, level, message, fields
       FROM json_to_recordset($1::json) AS line(
            "jobId" uuid, place int, at timestamptz, level text, message text, fields jsonb)
      WHERE EXISTS (SELECT FROM jobs WHERE id = "jobId")
     ON CONFLICT DO NOTHING`,
    [storableJson(lines)],
  )
  await sql.query(
    `DELETE FROM job_logs USING unnest($1::uuid[]) AS job(id)
      WHERE job_id = job.id AND line <= (SELECT max(line) FROM job_logs WHERE job_id = job.id) - ${KEPT}`,
    [[...new Set(lines.map(({ jobId }) => jobId))]],
  )
}

/** A job's lines of these levels behind `after`, the oldest first. */
export const listLogLines = (
  sql: Sql,
  jobId: string,
  { levels, after, limit }: { levels: readonly string[]; after: number; limit: number },
): Promise<(LogLine & { line: number })[]> =>
  sql.query(
    `SELECT line, at, level, message, fields FROM job_logs
      WHERE job_id = $1 AND line > $2 AND level = ANY($3::text[]) ORDER BY line LIMIT $4`,
    [jobId, after, levels, limit],
  )

/** Lines that a job wrote and that are not kept. */
export const countDroppedLines = async (sql: Sql, jobId: string): Promise<number> => {
  const [row] = await sql.query<{ dropped: number }>(
    'SELECT (coalesce(max(line), 0) - count(*))::int AS dropped FROM job_logs WHERE job_id = $1',
    [jobId],
  )
  return row?.dropped ?? 0
}
