import { eq, sql as raw } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { documentThresholds } from '../schema/documents.ts'
import { storableJson } from '../storable-json.ts'

/** The limits of the quality gate that a workspace has changed. */
export async function loadThresholds(sql: Sql, workspace: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await sql.orm
    .select({ thresholds: documentThresholds.thresholds })
    .from(documentThresholds)
    .where(eq(documentThresholds.workspace, workspace))
  return rows.at(0)?.thresholds ?? {}
}

/** Puts these in the place of all that the workspace had changed. */
export async function storeThresholds(sql: Sql, workspace: string, thresholds: object): Promise<void> {
  const value = raw`${storableJson(thresholds)}::jsonb`
  await sql.orm
    .insert(documentThresholds)
    .values({ workspace, thresholds: value })
    .onConflictDoUpdate({
      target: documentThresholds.workspace,
      set: { thresholds: value, changedAt: raw`now()` },
    })
}
