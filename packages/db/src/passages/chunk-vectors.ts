import type { Queries } from '../open-pool.ts'
import { realArrayOf, realsOf } from './real-array.ts'

export type ChunkVector = { readonly chunkId: string; readonly embedding: Float32Array }

/** Stores where passages lie in the space of a model; passages that are gone meanwhile are left out. */
export async function storeVectors(tx: Queries, modelId: string, vectors: readonly ChunkVector[]): Promise<void> {
  const dimensions = vectors[0]?.embedding.length
  if (dimensions === undefined) return
  if (vectors.some(({ embedding }) => embedding.length !== dimensions))
    throw new RangeError('Vectors of a model have as many dimensions as each other')
  await tx.query(
    `INSERT INTO chunk_vectors (model_id, chunk_id, embedding)
     SELECT $1, c.id, ($3::real[])[(place - 1) * $4::int + 1 : place * $4::int]
       FROM unnest($2::bigint[]) WITH ORDINALITY AS given (id, place) JOIN chunks c ON c.id = given.id
         ON CONFLICT (model_id, chunk_id) DO UPDATE SET embedding = excluded.embedding`,
    [
      modelId,
      vectors.map(({ chunkId }) => chunkId),
      realArrayOf(vectors.map(({ embedding }) => embedding)),
      dimensions,
    ],
  )
}

/** Seven decimals: as exact as single precision is about numbers up to 1, and short to write. */
export const numbersOf = (vector: Float32Array): string =>
  Array.from(vector, (value) => Math.round(value * 1e7) / 1e7).join()

/** The vectors of a model, in the order of their passages' ids; those after `after`, at most `limit`. */
export const loadVectors = (
  sql: Queries,
  modelId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; embedding: number[] }[]> =>
  sql.query(
    `SELECT chunk_id::text AS id, embedding FROM chunk_vectors WHERE model_id = $1 AND chunk_id > $2
      ORDER BY chunk_id LIMIT $3`,
    [modelId, after, limit],
  )

/** Where given passages lie in the space of a model; those without a vector of it are left out. */
export async function vectorsOf(
  sql: Queries,
  modelId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const rows = await sql.query<{ id: string; embedding: Buffer }>(
    `SELECT chunk_id::text AS id, array_send(embedding) AS embedding FROM chunk_vectors
      WHERE model_id = $1 AND chunk_id = ANY ($2::bigint[])`,
    [modelId, ids],
  )
  return new Map(rows.map(({ id, embedding }) => [id, realsOf(embedding)]))
}

/** Vectors of passages drawn at random, the same for the same model. */
export const sampleVectors = (
  sql: Queries,
  modelId: string,
  limit: number,
): Promise<{ id: string; embedding: number[] }[]> =>
  sql.query(
    `WITH few AS (SELECT chunk_id FROM chunk_vectors WHERE model_id = $1 ORDER BY hashint8(chunk_id) LIMIT $2)
     SELECT chunk_id::text AS id, embedding FROM chunk_vectors JOIN few USING (chunk_id) WHERE model_id = $1`,
    [modelId, limit],
  )

/** How many passages of a model's workspace have a vector of it, and how many have none. */
export async function countVectors(
  sql: Queries,
  workspace: string,
  modelId: string,
): Promise<{ passages: number; embedded: number }> {
  const [row] = await sql.query<{ passages: number; embedded: number }>(
    `SELECT (SELECT count(*)::int FROM chunks WHERE workspace = $1) AS passages,
            (SELECT count(*)::int FROM chunk_vectors WHERE model_id = $2) AS embedded`,
    [workspace, modelId],
  )
  return row ?? { passages: 0, embedded: 0 }
}
