import type { Sql } from '../database.ts'
import { models } from '../schema/models.ts'
import { countPassages, loadPassagesById, type StoredPassage } from './passages.ts'

/** What tells the vectors of one model from those of others. */
export type ModelVersion = {
  readonly name: string
  readonly dimensions: number
  readonly normalisation: 'unit' | 'none'
  readonly hash: string
}

export type ModelToEmbed = ModelVersion & {
  readonly id: string
  readonly state: 'building' | 'serving' | 'retired' | 'refused'
  /** Empty where the model is behind an address. */
  readonly bytes: Buffer
}

const COLUMNS = 'id, name, dimensions, normalisation, hash, state, bytes'

/** The row of a model behind an address, which is made when it is asked for the first time. */
export async function registerModel(
  tx: Sql,
  { workspace, id, version }: { workspace: string; id: string; version: ModelVersion },
): Promise<ModelToEmbed> {
  // Two that make it at once would make it twice.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('model ' || $1 || $2, 0))`, [workspace, version.hash])
  const find = () =>
    tx.query<ModelToEmbed>(`SELECT ${COLUMNS} FROM models WHERE workspace = $1 AND hash = $2`, [
      workspace,
      version.hash,
    ])
  const [known] = await find()
  if (known) return known
  const { name, dimensions, normalisation, hash } = version
  await tx.orm.insert(models).values({
    id,
    workspace,
    name,
    dimensions,
    normalisation,
    hash,
    passages: 0,
    terms: 0,
    state: 'building',
    quality: {},
    bytes: Buffer.alloc(0),
  })
  const [made] = await find()
  if (!made) throw new Error('The model was not registered')
  return made
}

/** The trained model whose vectors are to be stored: one that waits to serve, or else the one that serves. */
export async function findTrainedModel(sql: Sql, workspace: string): Promise<ModelToEmbed | undefined> {
  const [row] = await sql.query<ModelToEmbed>(
    `SELECT ${COLUMNS} FROM models
      WHERE workspace = $1 AND state IN ('building', 'serving') AND length(bytes) > 0
      ORDER BY state, trained_at DESC LIMIT 1`,
    [workspace],
  )
  return row
}

/** Passages that have no vector of a model, in the order of their ids, at most `limit`. */
export async function passagesWithoutVector(
  sql: Sql,
  workspace: string,
  modelId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ last: string | null; passages: StoredPassage[] }> {
  const rows = await sql.query<{ id: string }>(
    `SELECT c.id::text FROM chunks c
      WHERE c.workspace = $1 AND c.id > $3
        AND NOT EXISTS (SELECT FROM chunk_vectors v WHERE v.model_id = $2 AND v.chunk_id = c.id)
      ORDER BY c.id LIMIT $4`,
    [workspace, modelId, after, limit],
  )
  const ids = rows.map(({ id }) => id)
  return { last: ids.at(-1) ?? null, passages: ids.length === 0 ? [] : await loadPassagesById(sql, workspace, ids) }
}

/** Adds to what a model's vectors have cost. */
export const addCost = (
  tx: Sql,
  modelId: string,
  { passages, tokens, costUsd }: { passages: number; tokens: number; costUsd: number },
) =>
  tx.query('UPDATE models SET passages = passages + $2, tokens = tokens + $3, cost_usd = cost_usd + $4 WHERE id = $1', [
    modelId,
    passages,
    tokens,
    costUsd,
  ])

/** Adds figures to a model's quality. */
export const addQuality = (tx: Sql, modelId: string, quality: Readonly<Record<string, unknown>>) =>
  tx.query('UPDATE models SET quality = quality || $2::jsonb WHERE id = $1', [modelId, JSON.stringify(quality)])

/** One in so many jobs counts, however many still wait: a load of hours is learned from before it ends. */
const COUNT_EVERY = 16

/**
 * How many passages a workspace holds, or null where that need not be known yet: counting takes time in proportion, and jobs
 * that will change the number wait behind this one.
 */
export async function countWhenDue(tx: Sql, workspace: string): Promise<number | null> {
  const [row] = await tx.query<{ due: boolean }>(
    `SELECT random() < 1.0 / ${COUNT_EVERY} OR NOT EXISTS (
              SELECT FROM jobs WHERE workspace = $1 AND state = 'queued'
                 AND kind IN ('convert', 'index', 'index-document')) AS due`,
    [workspace],
  )
  return row?.due ? countPassages(tx, workspace) : null
}

/**
 * Whether an `embed` job has to be submitted for what a workspace holds, and nobody else does that or is about to say so.
 * Whoever is told true has to submit it in this transaction. @param besides an `embed` job that is about to end.
 * @param isAsked a model behind an address is to be asked, whatever the size of the workspace.
 * @param passages of the workspace; where they were not counted, it is large if it was before.
 */
export async function needsEmbedding(
  tx: Sql,
  workspace: string,
  {
    isAsked,
    passages,
    largeFrom,
    besides = null,
  }: { isAsked: boolean; passages: number | null; largeFrom: number; besides?: string | null },
): Promise<boolean> {
  const [row] = await tx.query<{ needed: boolean }>(
    `SELECT ($2 OR EXISTS (SELECT FROM word_segments WHERE workspace = $1))
            AND NOT EXISTS (SELECT FROM jobs WHERE workspace = $1 AND kind = 'embed' AND id IS DISTINCT FROM $3::uuid
                               AND state IN ('scheduled', 'queued', 'running', 'retrying'))
            AND pg_try_advisory_xact_lock(hashtextextended('embed ' || $1, 0)) AS needed`,
    [workspace, isAsked || (passages !== null && passages >= largeFrom), besides],
  )
  return row?.needed ?? false
}
