import type { Sql } from '../database.ts'
import type { Completeness } from '../schema/work.ts'

export type EndedInMinute = { minute: Date; succeeded: number; failed: number }

/** How many jobs ended in each of the last 60 minutes, the present one last; also minutes in which none did. */
export const countEndedByMinute = (sql: Sql, workspace: string): Promise<EndedInMinute[]> =>
  sql.query<EndedInMinute>(
    `WITH ended AS (
       SELECT date_trunc('minute', finished_at) AS minute,
              count(*) FILTER (WHERE state = 'succeeded')::int AS succeeded,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
         FROM jobs
        WHERE workspace = $1 AND state IN ('succeeded', 'failed')
          AND finished_at >= date_trunc('minute', now()) - interval '59 minutes'
        GROUP BY 1)
     SELECT minute, coalesce(succeeded, 0) AS succeeded, coalesce(failed, 0) AS failed
       FROM generate_series(date_trunc('minute', now()) - interval '59 minutes', date_trunc('minute', now()),
                            interval '1 minute') AS minute LEFT JOIN ended USING (minute)
      ORDER BY minute`,
    [workspace],
  )

export type RecentCollection = {
  repositoryId: string
  name: string
  startedAt: Date
  finishedAt: Date | null
  found: number
  expected: number | null
  completeness: Completeness
  jobId: string
}

/** The newest runs of collecting anything in the workspace. */
export const listRecentCollections = (sql: Sql, workspace: string, limit: number): Promise<RecentCollection[]> =>
  sql.query<RecentCollection>(
    `SELECT run.repository_id AS "repositoryId", name, started_at AS "startedAt", finished_at AS "finishedAt", found,
            expected, run.completeness, job_id AS "jobId"
       FROM repositories, LATERAL (
         SELECT * FROM collections WHERE repository_id = repositories.id ORDER BY started_at DESC LIMIT $2) AS run
      WHERE workspace = $1 ORDER BY started_at DESC, job_id LIMIT $2`,
    [workspace, limit],
  )

export type TopPullRequest = {
  id: string
  repository: string
  number: number | null
  title: string
  mergedAt: Date
  significance: number
  kind: string
}

/** The most significant pull requests of the 90 days before the newest one: old work that was just collected shows too. */
export const listTopPullRequests = (sql: Sql, workspace: string, limit: number): Promise<TopPullRequest[]> =>
  sql.query<TopPullRequest>(
    `SELECT pull.id, repository.name AS repository, pull.number, pull.title, pull.merged_at AS "mergedAt",
            score.score AS significance, score.kind
       FROM pull_requests pull JOIN repositories repository ON repository.id = pull.repository_id
            JOIN scores score ON score.pull_request_id = pull.id
      WHERE pull.workspace = $1 AND pull.vanished_at IS NULL
        AND pull.merged_at > (SELECT max(merged_at) FROM pull_requests WHERE workspace = $1 AND vanished_at IS NULL)
                             - interval '90 days'
      ORDER BY score.score DESC, pull.id LIMIT $2`,
    [workspace, limit],
  )
