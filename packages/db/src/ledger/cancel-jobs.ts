import type { JobState } from '@assay/contracts'
import type { Database, Sql } from '../database.ts'

export type CancelledJob = { id: string; state: JobState }

/**
 * Cancels jobs with everything they spawned. Waiting jobs end at once; running ones are asked to stop and end when their
 * worker hears of it. Level by level: a parent's row is locked before its children are read, so a page that is being
 * committed either has its children found here or is refused.
 * @returns the jobs that were touched, by each of `ids` in whose tree there are any.
 */
export const cancelTrees = (
  db: Database,
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, CancelledJob[]>> =>
  db.transaction(async (tx) => {
    const parents = new Map<string, string | null>()
    const touched = new Map<string, CancelledJob>()
    let level = await cancelLevel(tx, workspace, ids)
    while (level.members.length > 0) {
      for (const { id, parentId } of level.members) parents.set(id, parentId)
      for (const job of level.touched) touched.set(job.id, job)
      const children = await tx.query<{ id: string }>('SELECT id FROM jobs WHERE parent_id = ANY($1::uuid[])', [
        level.members.map(({ id }) => id),
      ])
      const unseen = children.map(({ id }) => id).filter((id) => !parents.has(id))
      level = await cancelLevel(tx, workspace, unseen)
    }
    return byTop(new Set(ids), parents, [...touched.values()])
  })

/** The same for one. @returns the jobs that were touched; none if all had ended. */
export const cancelTree = async (db: Database, workspace: string, id: string): Promise<CancelledJob[]> =>
  (await cancelTrees(db, workspace, [id])).get(id) ?? []

/** A job may stand in several of the trees, when one of them is a part of another. */
function byTop(
  tops: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
  touched: readonly CancelledJob[],
): Map<string, CancelledJob[]> {
  const trees = new Map<string, CancelledJob[]>()
  for (const job of touched) {
    for (let id: string | null = job.id; id !== null; id = parents.get(id) ?? null) {
      if (!tops.has(id)) continue
      const tree = trees.get(id)
      if (tree) tree.push(job)
      else trees.set(id, [job])
    }
  }
  return trees
}

async function cancelLevel(tx: Sql, workspace: string, ids: readonly string[]) {
  if (ids.length === 0) return { members: [], touched: [] }
  const members = await tx.query<{ id: string; parentId: string | null }>(
    `SELECT id, parent_id AS "parentId" FROM jobs WHERE id = ANY($1::uuid[]) AND workspace = $2 ORDER BY id FOR UPDATE`,
    [ids, workspace],
  )
  const touched = await tx.query<CancelledJob>(
    `UPDATE jobs
        SET cancel_requested_at = coalesce(cancel_requested_at, now()), version = version + 1,
            state = CASE WHEN state = 'running' THEN state ELSE 'cancelled' END,
            finished_at = CASE WHEN state = 'running' THEN finished_at ELSE now() END
      WHERE id = ANY($1::uuid[]) AND state IN ('scheduled', 'queued', 'running', 'retrying')
     RETURNING id, state`,
    [members.map(({ id }) => id)],
  )
  return { members, touched }
}
