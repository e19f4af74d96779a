import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { reports } from '../schema/value.ts'
import { storableJson } from '../storable-json.ts'

export type StoredReport = { id: string; title: string; document: Readonly<Record<string, unknown>>; createdAt: Date }

export type NewReport = {
  id: string
  workspace: string
  title: string
  repositoryIds: readonly string[]
  /** Names of authors that stand in it. */
  people: readonly string[]
  document: object
}

/**
 * Stores the report that a job has made; a repeated attempt replaces it. @returns false, and stores nothing, if one of the
 * people or repositories has gone since it was composed.
 */
export async function storeReport(
  tx: Sql,
  { id, workspace, title, repositoryIds, people, document }: NewReport,
): Promise<boolean> {
  const stored = await tx.query(
    `INSERT INTO reports (id, workspace, title, repository_ids, people, document)
     SELECT $1, $2, $3, $4::uuid[], $5::text[], $6::jsonb
      WHERE NOT EXISTS (SELECT FROM unnest($5::text[]) AS person WHERE NOT EXISTS (
              SELECT FROM pull_requests WHERE workspace = $2 AND author_name = person))
        AND NOT EXISTS (SELECT FROM unnest($4::uuid[]) AS given WHERE NOT EXISTS (
              SELECT FROM repositories WHERE repositories.id = given))
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, document = excluded.document,
           repository_ids = excluded.repository_ids, people = excluded.people
     RETURNING id`,
    [id, workspace, title, repositoryIds, people, storableJson(document)],
  )
  return stored.length > 0
}

export async function findReport(sql: Sql, workspace: string, id: string): Promise<StoredReport | undefined> {
  const rows = await sql.orm
    .select({ id: reports.id, title: reports.title, document: reports.document, createdAt: reports.createdAt })
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.workspace, workspace)))
  return rows[0]
}

/** The newest reports first, behind `before`. */
export const listReports = (
  sql: Sql,
  workspace: string,
  { before, limit }: { before: { createdAt: Date; id: string } | null; limit: number },
): Promise<Omit<StoredReport, 'document'>[]> =>
  sql.orm
    .select({ id: reports.id, title: reports.title, createdAt: reports.createdAt })
    .from(reports)
    .where(
      and(
        eq(reports.workspace, workspace),
        before
          ? or(
              lt(reports.createdAt, before.createdAt),
              and(eq(reports.createdAt, before.createdAt), lt(reports.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(limit)
