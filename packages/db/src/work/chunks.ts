import type { Sql } from '../database.ts'
import { storableJson } from '../storable-json.ts'

export type NewChunk = {
  pullRequestId: string
  position: number
  start: number
  end: number
  text: string
  embedding: readonly number[]
}

/** Replaces the chunks that one embedder made of the given pull requests. */
export async function replaceChunks(
  tx: Sql,
  {
    embedder,
    pullRequestIds,
    chunks,
  }: { embedder: string; pullRequestIds: readonly string[]; chunks: readonly NewChunk[] },
): Promise<void> {
  await tx.query('DELETE FROM chunks WHERE embedder = $1 AND pull_request_id = ANY($2::uuid[])', [
    embedder,
    pullRequestIds,
  ])
  await tx.query(
    `INSERT INTO chunks (pull_request_id, embedder, position, start, "end", text, embedding)
     SELECT "pullRequestId", $1, position, start, "end", text, embedding
       FROM json_to_recordset($2::json) AS chunk(
            "pullRequestId" uuid, position int, start int, "end" int, text text, embedding real[])`,
    [embedder, storableJson(chunks)],
  )
}
