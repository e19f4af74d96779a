import type { Database } from '../database.ts'
import type { Queries } from '../open-pool.ts'
import { numbersOf } from './chunk-vectors.ts'

/** A model whose vectors are indexed: those of others are in other indexes. */
export type IndexedModel = { readonly id: string; readonly dimensions: number }

/** What HNSW over half-precision numbers takes (pgvector 0.7 and later). */
const MOST_DIMENSIONS = 4_000

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Identifiers and types cannot be parameters: both are made of what was checked here. */
const checked = ({ id, dimensions }: IndexedModel) => {
  if (!UUID.test(id) || !Number.isSafeInteger(dimensions) || dimensions < 1)
    throw new RangeError(`No model has the id ${id} and ${dimensions} dimensions`)
  return { id, name: `chunk_vectors_hnsw_${id.replaceAll('-', '')}`, type: `halfvec(${dimensions})`, dimensions }
}

/** Whether this database can index vectors; its owner is asked to install the extension where it is only available. */
export async function canIndexVectors(sql: Queries): Promise<boolean> {
  const [row] = await sql.query<{ version: string | null; installed: boolean }>(
    `SELECT coalesce(installed_version, default_version) AS version, installed_version IS NOT NULL AS installed
       FROM pg_available_extensions WHERE name = 'vector'`,
  )
  const [major = 0, minor = 0] = (row?.version ?? '0.0').split('.').map(Number)
  if (!row || (major === 0 && minor < 7)) return false
  if (row.installed) return true
  return sql.query('CREATE EXTENSION IF NOT EXISTS vector').then(
    () => true,
    // Who may not install it goes on without.
    () => false,
  )
}

/**
 * Indexes the vectors of one model beside everything else that goes on (HNSW: Malkov & Yashunin, IEEE TPAMI 42(4), 2020;
 * numbers in half precision, which halves the index). What an earlier attempt left unfinished is dropped first.
 * @param db has one connection, which keeps its settings.
 * @returns false where the model has more dimensions than can be indexed.
 */
export async function createVectorIndex(
  db: Database,
  model: IndexedModel,
  { memoryMb = 512 }: { memoryMb?: number } = {},
): Promise<boolean> {
  const { id, name, type, dimensions } = checked(model)
  if (dimensions > MOST_DIMENSIONS) return false
  const state = await readVectorIndex(db, model)
  if (state === 'ready') return true
  if (state === 'unfinished') await db.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
  await db.query(`SELECT set_config('maintenance_work_mem', $1, false)`, [`${memoryMb}MB`])
  await db.query(
    `CREATE INDEX CONCURRENTLY ${name} ON chunk_vectors USING hnsw ((embedding::${type}) halfvec_cosine_ops)
      WHERE model_id = '${id}'`,
  )
  return true
}

/** An index whose making was interrupted is there, and is not used. */
export async function readVectorIndex(sql: Queries, model: IndexedModel): Promise<'absent' | 'unfinished' | 'ready'> {
  const [row] = await sql.query<{ ready: boolean }>(
    `SELECT indisvalid AS ready FROM pg_index WHERE indexrelid = to_regclass($1)`,
    [checked(model).name],
  )
  if (!row) return 'absent'
  return row.ready ? 'ready' : 'unfinished'
}

/** Drops the indexes of models that are no longer there. */
export async function dropUnusedVectorIndexes(sql: Queries): Promise<void> {
  const rows = await sql.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
      WHERE i.indrelid = 'chunk_vectors'::regclass AND c.relname ~ '^chunk_vectors_hnsw_[0-9a-f]{32}$'
        AND NOT EXISTS (SELECT FROM models WHERE id = right(c.relname, 32)::uuid)`,
  )
  for (const { name } of rows) await sql.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
}

export type Neighbour = { id: string; likeness: number }

/**
 * The passages nearest to a vector, best first, through the index of the model where it is there and worth its while.
 * @param breadth how many are looked at on the way: more find better and take longer.
 */
export const nearestPassages = (
  sql: Queries,
  model: IndexedModel,
  vector: Float32Array,
  { limit, breadth = 2 * limit }: { limit: number; breadth?: number },
): Promise<Neighbour[]> => {
  const { id, type, dimensions } = checked(model)
  // Set by the statement that it is for, and before its scan, which refers to it: one journey instead of four.
  return sql.query<Neighbour>(
    `SELECT chunk_id::text AS id, 1 - (embedding::vector(${dimensions}) <=> $1::vector) AS likeness
       FROM (SELECT set_config('hnsw.ef_search', $3, true) AS breadth) AS setting,
            LATERAL (SELECT chunk_id, embedding FROM chunk_vectors
                      WHERE model_id = '${id}' AND setting.breadth IS NOT NULL
                      ORDER BY embedding::${type} <=> $1::${type} LIMIT $2) AS nearest
      ORDER BY likeness DESC`,
    [`[${numbersOf(vector)}]`, limit, String(Math.min(1_000, Math.max(limit, breadth)))],
  )
}
