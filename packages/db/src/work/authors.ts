import type { Sql } from '../database.ts'

export type StoredAuthorName = { name: string; logins: string[]; emailHashes: string[]; pullRequests: number }

/** Names under which pull requests of a workspace were written, with the accounts and addresses seen beside them. */
export const listAuthorNames = (sql: Sql, workspace: string): Promise<StoredAuthorName[]> =>
  sql.query<StoredAuthorName>(
    `SELECT author_name AS name, count(*)::int AS "pullRequests",
            coalesce(array_agg(DISTINCT author_login) FILTER (WHERE author_login IS NOT NULL), '{}') AS logins,
            coalesce(array_agg(DISTINCT author_email_hash) FILTER (WHERE author_email_hash IS NOT NULL), '{}')
              AS "emailHashes"
       FROM pull_requests WHERE workspace = $1 AND vanished_at IS NULL
      GROUP BY author_name ORDER BY author_name`,
    [workspace],
  )
