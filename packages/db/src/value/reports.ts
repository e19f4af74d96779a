import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { reports } from '../schema/value.ts'
import { storableJson } from '../storable-json.ts'

export type StoredReport = { id: string; title: string; document: Readonly<Record<string, unknown>>; createdAt: Date }

/** Stores the report that a job has made; a repeated attempt replaces it. */
export async function storeReport(
  tx: Sql,
  { id, workspace, title, document }: { id: string; workspace: string; title: string; document: object },
): Promise<void> {
  await tx.query(
    `INSERT INTO reports (id, workspace, title, document) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, document = excluded.document`,
    [id, workspace, title, storableJson(document)],
  )
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
