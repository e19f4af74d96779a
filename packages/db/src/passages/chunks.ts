import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

type Cut = {
  position: number
  start: number
  end: number
  headings: readonly string[]
  text: string
  embedding: readonly number[]
}
export type NewChunk = Cut & ({ pullRequestId: string } | { documentId: string })

/** Replaces the chunks that one embedder made of the given pull requests and documents. */
export async function replaceChunks(
  tx: Sql,
  {
    workspace,
    embedder,
    pullRequestIds = [],
    documentIds = [],
    chunks,
  }: {
    workspace: string
    embedder: string
    pullRequestIds?: readonly string[]
    documentIds?: readonly string[]
    chunks: readonly NewChunk[]
  },
): Promise<void> {
  await tx.query(
    `DELETE FROM chunks WHERE embedder = $1 AND (pull_request_id = ANY($2::uuid[]) OR document_id = ANY($3::uuid[]))`,
    [embedder, pullRequestIds, documentIds],
  )
  await tx.query(
    `INSERT INTO chunks (workspace, pull_request_id, document_id, embedder, position, start, "end", headings, text,
                         embedding)
     SELECT $1, "pullRequestId", "documentId", $2, position, start, "end", headings, text, embedding
       FROM json_to_recordset($3::json) AS chunk(
            "pullRequestId" uuid, "documentId" uuid, position int, start int, "end" int, headings text[], text text,
            embedding real[])`,
    [workspace, embedder, storableJson(chunks)],
  )
}
