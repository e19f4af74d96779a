import type { Sql } from '../database.ts'
import { withdrawAchievementsOn } from '../portfolio/withdraw-achievements.ts'
import type { DocumentStatus, GateOutcome, Rejection, StoredParts, StoredQuality } from '../schema/documents.ts'
import { storableJson } from '../storable-json.ts'

export type Conversion = {
  status: Exclude<DocumentStatus, 'received'>
  format: string | null
  title: string | null
  language: string | null
  text: string | null
  pages: number | null
  metadata: Readonly<Record<string, string>>
  map: StoredParts
  blocks: StoredParts
  ocr: object | null
  losses: StoredParts
  quality: StoredQuality | null
  score: number | null
  gate: GateOutcome | null
  rejection: Rejection | null
}

/**
 * Stores what reading a document came to, over what an earlier reading did. What somebody has let out of quarantine is
 * not set aside again. Nothing happens if the document was removed meanwhile.
 */
export async function storeConversion(
  tx: Sql,
  { workspace, id, conversion }: { workspace: string; id: string; conversion: Conversion },
): Promise<void> {
  await tx.query(
    `UPDATE documents
        SET status = CASE WHEN given.status = 'quarantined' AND released_at IS NOT NULL
                          THEN 'converted' ELSE given.status END,
            format = given.format, title = given.title, language = given.language, text = given.text,
            characters = $4, pages = given.pages, metadata = given.metadata, map = given.map, blocks = given.blocks,
            ocr = given.ocr, losses = given.losses, quality = given.quality, score = given.score, gate = given.gate,
            rejection = given.rejection, converted_at = now()
       FROM json_to_record($3::json) AS given(
            status text, format text, title text, language text, text text, pages int, metadata jsonb, map jsonb,
            blocks jsonb, ocr jsonb, losses jsonb, quality jsonb, score real, gate jsonb, rejection jsonb)
      WHERE documents.workspace = $1 AND documents.id = $2`,
    [workspace, id, storableJson(conversion), conversion.text?.length ?? null],
  )
}

/** Lets a document out of quarantine. @returns whether it was in there. */
export const releaseDocument = async (sql: Sql, workspace: string, id: string): Promise<boolean> =>
  (
    await sql.query(
      `UPDATE documents SET status = 'converted', released_at = now()
        WHERE workspace = $1 AND id = $2 AND status = 'quarantined' RETURNING id`,
      [workspace, id],
    )
  ).length > 0

/** Removes one version of a document with all that was made of it. @returns whether there was one. */
export const deleteDocument = async (tx: Sql, workspace: string, id: string): Promise<boolean> => {
  await withdrawAchievementsOn(tx, workspace, { documentId: id })
  return (
    (await tx.query('DELETE FROM documents WHERE workspace = $1 AND id = $2 RETURNING id', [workspace, id])).length > 0
  )
}

/** Jobs that read this document, or wait to. */
export const activeConvertJobs = async (sql: Sql, workspace: string, documentId: string): Promise<string[]> =>
  (
    await sql.query<{ id: string }>(
      `SELECT id FROM jobs
        WHERE workspace = $1 AND kind = 'convert' AND state IN ('scheduled', 'queued', 'running', 'retrying')
          AND payload ->> 'documentId' = $2`,
      [workspace, documentId],
    )
  ).map(({ id }) => id)
