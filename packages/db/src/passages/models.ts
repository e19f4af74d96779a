import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { type ModelState, models } from '../schema/models.ts'

const { bytes: _bytes, quality: _quality, workspace: _workspace, ...listed } = getTableColumns(models)

export type ListedModel = Awaited<ReturnType<typeof listModels>>[number]
export type NewModel = Omit<typeof models.$inferInsert, 'state' | 'reason' | 'trainedAt'>

/** More than the last ones nobody goes back to. */
const MODELS_KEPT = 5

/** Models of a workspace without their bytes, the newest first. */
export const listModels = (sql: Sql, workspace: string) =>
  sql.orm.select(listed).from(models).where(eq(models.workspace, workspace)).orderBy(desc(models.trainedAt))

/** One model with how its vectors lie. */
export async function findModel(sql: Sql, workspace: string, id: string) {
  const rows = await sql.orm
    .select({ ...listed, quality: models.quality })
    .from(models)
    .where(and(eq(models.workspace, workspace), eq(models.id, id)))
  return rows.at(0)
}

/** What becomes of a model that was trained: `building` until the vectors of all passages are stored. */
export type Verdict =
  | { readonly state: 'serving' | 'building' }
  | { readonly state: 'refused'; readonly reason: string }

/**
 * Stores a trained model, which serves from now on if it is to; the one before is kept, and those long before are not. A
 * repeated attempt stores it once.
 */
export async function storeModel(tx: Sql, model: NewModel, verdict: Verdict): Promise<void> {
  const { id, workspace } = model
  if (verdict.state === 'serving') await retireServing(tx, workspace)
  await tx.orm
    .insert(models)
    .values({ ...model, reason: null, ...verdict })
    .onConflictDoNothing()
  await tx.query(
    `DELETE FROM models WHERE workspace = $1 AND state NOT IN ('serving', 'building') AND id <> $2 AND id NOT IN (
       SELECT id FROM models WHERE workspace = $1 ORDER BY trained_at DESC LIMIT ${MODELS_KEPT})`,
    [workspace, id],
  )
}

/**
 * Lets a model serve, by default one that served before. @returns whether there is one in such a state: what was refused or is
 * not complete does not serve.
 */
export async function serveModel(
  tx: Sql,
  workspace: string,
  id: string,
  from: readonly ModelState[] = ['retired', 'serving'],
): Promise<boolean> {
  const rows = await tx.query(`SELECT 1 FROM models WHERE workspace = $1 AND id = $2 AND state = ANY ($3) FOR UPDATE`, [
    workspace,
    id,
    from,
  ])
  if (rows.length === 0) return false
  await retireServing(tx, workspace)
  await tx.query(`UPDATE models SET state = 'serving' WHERE workspace = $1 AND id = $2`, [workspace, id])
  return true
}

const retireServing = (tx: Sql, workspace: string) =>
  tx.query(`UPDATE models SET state = 'retired' WHERE workspace = $1 AND state = 'serving'`, [workspace])

/** Passages that a first model needs, and the growth that makes a new one worth its while. */
const TRAIN_FROM = 200
const TRAIN_AGAIN_AT = 1.5

/**
 * Whether a workspace has grown so far that its model has to be trained, and nobody else does that or is about to say so.
 * Whoever is told true has to submit the job in this transaction. @param passages of the workspace, as they were counted.
 * @param besides a `train` job that is about to end.
 */
export async function needsTraining(
  tx: Sql,
  workspace: string,
  passages: number,
  besides: string | null = null,
): Promise<boolean> {
  const [row] = await tx.query<{ needed: boolean }>(
    `SELECT $2 >= ${TRAIN_FROM} AND $2 >= ${TRAIN_AGAIN_AT} * coalesce(
                    (SELECT max(passages) FROM models WHERE workspace = $1), 0)
            AND NOT EXISTS (SELECT FROM jobs WHERE workspace = $1 AND kind = 'train' AND id IS DISTINCT FROM $3::uuid
                               AND state IN ('scheduled', 'queued', 'running', 'retrying'))
            AND pg_try_advisory_xact_lock(hashtextextended('train ' || $1, 0)) AS needed`,
    [workspace, passages, besides],
  )
  return row?.needed ?? false
}
