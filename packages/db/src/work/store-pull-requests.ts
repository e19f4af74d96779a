import { inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { type ChangedFile, pullRequests } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'

export type PullRequest = typeof pullRequests.$inferSelect

export type CollectedPullRequest = {
  number: number
  sha: string
  title: string
  body: string
  authorName: string
  authorEmailHash: string
  /** ISO 8601 */
  mergedAt: string
  additions: number
  deletions: number
  changedFiles: number
  files: readonly ChangedFile[]
  how: string
  flags: readonly string[]
}

/**
 * Stores a page of pull requests. @returns the ids of those that are new or changed; an unchanged row is not written,
 * so that collecting again costs nothing further down.
 */
export const storePullRequests = async (
  sql: Sql,
  repository: { id: string; workspace: string },
  collected: readonly CollectedPullRequest[],
): Promise<string[]> =>
  (
    await sql.query<{ id: string }>(
      `INSERT INTO pull_requests AS stored
         (id, workspace, repository_id, number, sha, title, body, author_name, author_email_hash, merged_at,
          additions, deletions, changed_files, files, how, flags)
       SELECT id, $1, $2, number, sha, title, body, "authorName", "authorEmailHash", "mergedAt",
              additions, deletions, "changedFiles", files, how, flags
         FROM json_to_recordset($3::json) AS page(
              id uuid, number int, sha text, title text, body text, "authorName" text, "authorEmailHash" text,
              "mergedAt" timestamptz, additions int, deletions int, "changedFiles" int, files jsonb, how text,
              flags text[])
       ON CONFLICT (repository_id, number) DO UPDATE
         SET sha = excluded.sha, title = excluded.title, body = excluded.body, author_name = excluded.author_name,
             author_email_hash = excluded.author_email_hash, merged_at = excluded.merged_at,
             additions = excluded.additions, deletions = excluded.deletions, changed_files = excluded.changed_files,
             files = excluded.files, how = excluded.how, flags = excluded.flags, collected_at = now()
         WHERE (stored.sha, stored.title, stored.body, stored.additions, stored.deletions, stored.files, stored.flags)
               IS DISTINCT FROM (excluded.sha, excluded.title, excluded.body, excluded.additions, excluded.deletions,
                                 excluded.files, excluded.flags)
       RETURNING id`,
      [
        repository.workspace,
        repository.id,
        storableJson(collected.map((pullRequest) => ({ id: uuidv7(), ...pullRequest }))),
      ],
    )
  ).map(({ id }) => id)

/** The pull requests of the given ids that still exist, in no particular order. */
export const loadPullRequests = (sql: Sql, ids: readonly string[]): Promise<PullRequest[]> =>
  sql.orm
    .select()
    .from(pullRequests)
    .where(inArray(pullRequests.id, [...ids]))
