import type { Sql } from '../database.ts'
import type { ChangedFile, StoredCommit } from '../schema/work.ts'
import type { Repository } from '../work/repositories.ts'

/** A pull request as evidence needs it, assessed or not. */
export type PullRequestTarget = {
  id: string
  repository: string
  origin: string
  visibility: Repository['visibility']
  number: number | null
  sha: string
  title: string
  body: string
  commits: StoredCommit[]
  author: string
  mergedAt: Date
  files: ChangedFile[]
}

export type DocumentTarget = {
  id: string
  name: string
  version: number
  title: string | null
  format: string | null
  pages: number | null
  text: string | null
  createdAt: Date
}

/** Those of the given pull requests that there are. */
export const findPullRequestTargets = (
  sql: Sql,
  workspace: string,
  ids: readonly string[],
): Promise<PullRequestTarget[]> =>
  sql.query<PullRequestTarget>(
    `SELECT p.id, r.name AS repository, r.origin, r.visibility, p.number, p.sha, p.title, p.body, p.commits,
            p.author_name AS author, p.merged_at AS "mergedAt", p.files
       FROM pull_requests p JOIN repositories r ON r.id = p.repository_id
      WHERE p.workspace = $1 AND p.id = ANY ($2::uuid[])`,
    [workspace, ids],
  )

/** Those of the given documents that there are. */
export const findDocumentTargets = (sql: Sql, workspace: string, ids: readonly string[]): Promise<DocumentTarget[]> =>
  sql.query<DocumentTarget>(
    `SELECT id, name, version, title, format, pages, text, created_at AS "createdAt"
       FROM documents WHERE workspace = $1 AND id = ANY ($2::uuid[])`,
    [workspace, ids],
  )

/** The likeliest to be announced of those that no achievement tells of yet, with all that carry the same patch. */
export const findUntold = async (
  sql: Sql,
  workspace: string,
  { authors, limit }: { authors: readonly string[] | undefined; limit: number },
): Promise<string[]> =>
  (
    await sql.query<{ id: string }>(
      `WITH told AS (
         SELECT e.pull_request_id AS id FROM achievements a
           JOIN achievement_evidence e ON e.achievement_id = a.id AND e.version = a.version
          WHERE a.workspace = $1 AND e.pull_request_id IS NOT NULL),
       first AS (
         SELECT s.pull_request_id AS id, s.shape, p.repository_id, s.score
           FROM scores s JOIN pull_requests p ON p.id = s.pull_request_id
          WHERE s.workspace = $1 AND p.vanished_at IS NULL AND s.pull_request_id NOT IN (SELECT id FROM told)
            AND ($2::text[] IS NULL OR p.author_name = ANY ($2))
          ORDER BY s.score DESC, s.pull_request_id LIMIT $3)
       SELECT id FROM (
         SELECT id, score FROM first
          UNION SELECT p.id, s.score FROM first f JOIN scores s ON s.workspace = $1 AND s.shape = f.shape
                  JOIN pull_requests p ON p.id = s.pull_request_id AND p.repository_id = f.repository_id
                 WHERE p.vanished_at IS NULL AND p.id NOT IN (SELECT id FROM told)
                   AND ($2::text[] IS NULL OR p.author_name = ANY ($2))) AS untold
        ORDER BY score DESC, id`,
      [workspace, authors ?? null, limit],
    )
  ).map(({ id }) => id)
