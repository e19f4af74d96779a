import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

/** What is cut of a document: nothing unless it was converted. */
export async function loadTextToCut(
  sql: Sql,
  workspace: string,
  documentId: string,
): Promise<{ format: string | null; text: string } | undefined> {
  const [row] = await sql.query<{ format: string | null; text: string }>(
    `SELECT format, coalesce(text, '') AS text FROM documents
      WHERE workspace = $1 AND id = $2 AND status = 'converted'`,
    [workspace, documentId],
  )
  return row
}

/** Whether a document is there, which keeps it there until the transaction ends. */
export const holdDocument = async (tx: Sql, workspace: string, documentId: string): Promise<boolean> =>
  (await tx.query('SELECT FROM documents WHERE workspace = $1 AND id = $2 FOR KEY SHARE', [workspace, documentId]))
    .length > 0

type Cut = {
  position: number
  start: number
  end: number
  headings: readonly string[]
  text: string
}
export type NewChunk = Cut & ({ pullRequestId: string } | { documentId: string })

/** Replaces the chunks of the given pull requests and documents. */
export async function replaceChunks(
  tx: Sql,
  {
    workspace,
    pullRequestIds = [],
    documentIds = [],
    chunks,
  }: {
    workspace: string
    pullRequestIds?: readonly string[]
    documentIds?: readonly string[]
    chunks: readonly NewChunk[]
  },
): Promise<void> {
  await tx.query('DELETE FROM chunks WHERE pull_request_id = ANY ($1::uuid[]) OR document_id = ANY ($2::uuid[])', [
    pullRequestIds,
    documentIds,
  ])
  await tx.query(
    `INSERT INTO chunks (workspace, pull_request_id, document_id, position, start, "end", headings, text)
     SELECT $1, "pullRequestId", "documentId", position, start, "end", headings, text
       FROM json_to_recordset($2::json) AS chunk(
            "pullRequestId" uuid, "documentId" uuid, position int, start int, "end" int, headings text[], text text)`,
    [workspace, storableJson(chunks)],
  )
}
