import type { Queries } from '../open-pool.ts'
import { FINDABLE_DOCUMENTS } from './findable-documents.ts'

/** Tells one state of what can be found from another: every change adds or removes a row, or changes one of these. */
export async function readPassagesState(sql: Queries, workspace: string): Promise<string> {
  const [row] = await sql.query<{ state: string }>(
    `SELECT concat_ws(':',
              (SELECT count(*) || ':' || coalesce(max(id), 0) FROM chunks WHERE workspace = $1),
              (SELECT count(*) || ':' || coalesce(max(scored_at)::text, '') FROM scores WHERE workspace = $1),
              (SELECT count(*) FROM pull_requests WHERE workspace = $1 AND vanished_at IS NOT NULL),
              (SELECT count(*) FROM (${FINDABLE_DOCUMENTS}) AS findable),
              (SELECT id FROM models WHERE workspace = $1 AND state = 'serving'),
              (SELECT count(*) FROM chunk_vectors v JOIN models m ON m.id = v.model_id
                WHERE m.workspace = $1 AND m.state = 'serving' AND length(m.bytes) = 0),
              (SELECT max(id) FROM word_segments WHERE workspace = $1)) AS state`,
    [workspace],
  )
  return row?.state ?? ''
}

export async function countPassages(sql: Queries, workspace: string): Promise<number> {
  const [row] = await sql.query<{ passages: number }>(
    'SELECT count(*)::int AS passages FROM chunks WHERE workspace = $1',
    [workspace],
  )
  return row?.passages ?? 0
}

/** The workspaces that hold most passages, the largest first. */
export async function listLargestWorkspaces(sql: Queries, limit: number): Promise<string[]> {
  const rows = await sql.query<{ workspace: string }>(
    'SELECT workspace FROM chunks GROUP BY workspace ORDER BY count(*) DESC LIMIT $1',
    [limit],
  )
  return rows.map(({ workspace }) => workspace)
}

export type StoredPassage = {
  id: string
  source: 'pull-request' | 'document'
  sourceId: string
  title: string
  headings: string[]
  text: string
  start: number
  repositoryId: string | null
  author: string | null
  kind: string | null
  language: string | null
  at: Date
}

/** What can be found, as rows of `StoredPassage`; `only` is a condition on chunks `c`. */
const findablePassages = (only = 'true') => `
  SELECT c.id::text AS id, 'pull-request' AS source, p.id AS "sourceId", p.title, c.headings, c.text, c.start,
         p.repository_id AS "repositoryId", p.author_name AS author, s.kind, NULL AS language, p.merged_at AS at
    FROM chunks c JOIN pull_requests p ON p.id = c.pull_request_id LEFT JOIN scores s ON s.pull_request_id = p.id
   WHERE c.workspace = $1 AND p.vanished_at IS NULL AND ${only}
   UNION ALL
  SELECT c.id::text, 'document', d.id, coalesce(d.title, d.name), c.headings, c.text, c.start,
         NULL, NULL, NULL, d.language, d.created_at
    FROM chunks c JOIN (${FINDABLE_DOCUMENTS}) AS d ON d.id = c.document_id WHERE ${only}`

/** Every passage of a workspace that can be found, with what results are narrowed down by. */
export const loadPassages = (sql: Queries, workspace: string): Promise<StoredPassage[]> =>
  sql.query<StoredPassage>(findablePassages(), [workspace])

/** Those of given ids, in no order. */
export const loadPassagesById = (sql: Queries, workspace: string, ids: readonly string[]): Promise<StoredPassage[]> =>
  sql.query<StoredPassage>(findablePassages('c.id = ANY ($2::bigint[])'), [workspace, ids])

/** Passages whose ids are above `after` and at most `upTo`. */
export type PassageRange = { readonly after: string; readonly upTo: string }

export const loadPassagesIn = (
  sql: Queries,
  workspace: string,
  { after, upTo }: PassageRange,
): Promise<StoredPassage[]> =>
  sql.query<StoredPassage>(findablePassages('c.id > $2 AND c.id <= $3'), [workspace, after, upTo])

/**
 * Every passage that can be found, in the order of their ids, `size` of all that are stored at a time: so many rows are
 * held, and not all. @param tx sees one state of the database throughout.
 */
export async function* readPassagePages(tx: Queries, workspace: string, size: number): AsyncGenerator<StoredPassage[]> {
  for (let after = '0'; ; ) {
    const [row] = await tx.query<{ upTo: string | null }>(
      `SELECT max(id)::text AS "upTo" FROM (
              SELECT id FROM chunks WHERE workspace = $1 AND id > $2 ORDER BY id LIMIT $3) AS next`,
      [workspace, after, size],
    )
    if (!row?.upTo) return
    yield await loadPassagesIn(tx, workspace, { after, upTo: row.upTo })
    after = row.upTo
  }
}

/** How many passages can be found in ranges that follow each other, each named by its upper bound, and the sum of their ids. */
export const fingerprintPassages = (
  sql: Queries,
  workspace: string,
  upperBounds: readonly string[],
): Promise<{ range: number; passages: number; sum: string }[]> =>
  sql.query(
    `SELECT width_bucket(id::bigint - 1, $2::bigint[]) AS range, count(*)::int AS passages, sum(id::bigint)::text AS sum
       FROM (${findablePassages()}) AS findable GROUP BY 1`,
    [workspace, upperBounds],
  )

export type ShownPassage = {
  id: string
  text: string
  start: number
  end: number
  headings: string[]
  /** The pages of a document that it touches, where there are pages; offsets into the text of the document. */
  pages: { page: number; start: number; end: number }[]
  title: string
  source:
    | {
        kind: 'pull-request'
        id: string
        number: number | null
        sha: string
        repositoryId: string
        repository: string
        author: string
        mergedAt: string
        changeKind: string | null
      }
    | { kind: 'document'; id: string; name: string; version: number; format: string; language: string | null }
}

/** Passages as they are stored now; what is not there any more is left out. */
export const readPassages = (sql: Queries, workspace: string, ids: readonly string[]): Promise<ShownPassage[]> =>
  sql.query<ShownPassage>(
    `SELECT c.id::text AS id, c.text, c.start, c."end", c.headings, '[]'::jsonb AS pages, p.title,
            jsonb_build_object('kind', 'pull-request', 'id', p.id, 'number', p.number, 'sha', p.sha,
              'repositoryId', p.repository_id, 'repository', r.name, 'author', p.author_name,
              'mergedAt', to_char(p.merged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'changeKind', s.kind) AS source
       FROM chunks c JOIN pull_requests p ON p.id = c.pull_request_id JOIN repositories r ON r.id = p.repository_id
       LEFT JOIN scores s ON s.pull_request_id = p.id
      WHERE c.workspace = $1 AND c.id = ANY ($2::bigint[]) AND p.vanished_at IS NULL
      UNION ALL
     SELECT c.id::text, c.text, c.start, c."end", c.headings,
            coalesce((SELECT jsonb_agg(jsonb_build_object('page', part -> 'page', 'start', part -> 'start', 'end', part -> 'end')
                                       ORDER BY (part ->> 'start')::int)
                        FROM jsonb_array_elements(d.map) AS part
                       WHERE part ? 'page' AND (part ->> 'start')::int < c."end" AND (part ->> 'end')::int > c.start),
                     '[]'::jsonb),
            coalesce(d.title, d.name),
            jsonb_build_object('kind', 'document', 'id', d.id, 'name', d.name, 'version', d.version,
              'format', d.format, 'language', d.language)
       FROM chunks c JOIN (${FINDABLE_DOCUMENTS}) AS d ON d.id = c.document_id
      WHERE c.id = ANY ($2::bigint[])`,
    [workspace, ids],
  )
