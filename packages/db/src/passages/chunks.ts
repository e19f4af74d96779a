import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

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
