import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

export type NewChunk = {
  pullRequestId: string
  position: number
  start: number
  end: number
  headings: readonly string[]
  text: string
  embedding: readonly number[]
}

/** Replaces the chunks that one embedder made of the given pull requests. */
export async function replaceChunks(
  tx: Sql,
  {
    workspace,
    embedder,
    pullRequestIds,
    chunks,
  }: { workspace: string; embedder: string; pullRequestIds: readonly string[]; chunks: readonly NewChunk[] },
): Promise<void> {
  await tx.query('DELETE FROM chunks WHERE embedder = $1 AND pull_request_id = ANY($2::uuid[])', [
    embedder,
    pullRequestIds,
  ])
  await tx.query(
    `INSERT INTO chunks (workspace, pull_request_id, embedder, position, start, "end", headings, text, embedding)
     SELECT $1, "pullRequestId", $2, position, start, "end", headings, text, embedding
       FROM json_to_recordset($3::json) AS chunk(
            "pullRequestId" uuid, position int, start int, "end" int, headings text[], text text, embedding real[])`,
    [workspace, embedder, storableJson(chunks)],
  )
}

/** Tells one state of what can be found from another: every change adds or removes a row, or assesses one anew. */
export async function readPassagesState(sql: Sql, workspace: string): Promise<string> {
  const [row] = await sql.query<{ state: string }>(
    `SELECT concat_ws(':',
              (SELECT count(*) || ':' || coalesce(max(id), 0) FROM chunks WHERE workspace = $1),
              (SELECT count(*) || ':' || coalesce(max(scored_at)::text, '') FROM scores WHERE workspace = $1),
              (SELECT count(*) FROM pull_requests WHERE workspace = $1 AND vanished_at IS NOT NULL)) AS state`,
    [workspace],
  )
  return row?.state ?? ''
}

export type StoredPassage = {
  id: string
  sourceId: string
  title: string
  headings: string[]
  text: string
  start: number
  repositoryId: string
  author: string
  kind: string | null
  at: Date
}

/** Every passage of a workspace's pull requests that can be found, with what results are narrowed down by. */
export const loadPassages = (sql: Sql, workspace: string): Promise<StoredPassage[]> =>
  sql.query<StoredPassage>(
    `SELECT c.id::text AS id, p.id AS "sourceId", p.title, c.headings, c.text, c.start, p.repository_id AS "repositoryId",
            p.author_name AS author, s.kind, p.merged_at AS at
       FROM chunks c JOIN pull_requests p ON p.id = c.pull_request_id LEFT JOIN scores s ON s.pull_request_id = p.id
      WHERE c.workspace = $1 AND p.vanished_at IS NULL
      ORDER BY c.id`,
    [workspace],
  )

export type ShownPassage = {
  id: string
  text: string
  start: number
  end: number
  headings: string[]
  pullRequestId: string
  title: string
  number: number | null
  sha: string
  repositoryId: string
  repository: string
  author: string
  kind: string | null
  mergedAt: Date
}

/** Passages as they are stored now; what is not there any more is left out. */
export const readPassages = (sql: Sql, workspace: string, ids: readonly string[]): Promise<ShownPassage[]> =>
  sql.query<ShownPassage>(
    `SELECT c.id::text AS id, c.text, c.start, c."end", c.headings, p.id AS "pullRequestId", p.title, p.number, p.sha,
            p.repository_id AS "repositoryId", r.name AS repository, p.author_name AS author, s.kind,
            p.merged_at AS "mergedAt"
       FROM chunks c JOIN pull_requests p ON p.id = c.pull_request_id JOIN repositories r ON r.id = p.repository_id
       LEFT JOIN scores s ON s.pull_request_id = p.id
      WHERE c.workspace = $1 AND c.id = ANY ($2::bigint[]) AND p.vanished_at IS NULL`,
    [workspace, ids],
  )
