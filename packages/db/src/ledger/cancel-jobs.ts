import type { JobState } from '@assay/contracts'
import type { Database, Sql } from '../database.ts'

export type CancelledJob = { id: string; state: JobState }

/**
 * Cancels a job with everything it spawned. Waiting jobs end at once; running ones are asked to stop and end when their
 * worker hears of it. Level by level: a parent's row is locked before its children are read, so a page that is being
 * committed either has its children found here or is refused.
 * @returns the jobs that were touched; none if all had ended.
 */
export const cancelTree = (db: Database, workspace: string, id: string): Promise<CancelledJob[]> =>
  db.transaction(async (tx) => {
    const touched: CancelledJob[] = []
    let level = await cancelLevel(tx, workspace, [id])
    while (level.ids.length > 0) {
      touched.push(...level.touched)
      const children = await tx.query<{ id: string }>('SELECT id FROM jobs WHERE parent_id = ANY($1::uuid[])', [
        level.ids,
      ])
      level = await cancelLevel(
        tx,
        workspace,
        children.map((child) => child.id),
      )
    }
    return touched
  })

async function cancelLevel(tx: Sql, workspace: string, ids: readonly string[]) {
  if (ids.length === 0) return { ids: [], touched: [] }
  const locked = await tx.query<{ id: string }>(
    'SELECT id FROM jobs WHERE id = ANY($1::uuid[]) AND workspace = $2 ORDER BY id FOR UPDATE',
    [ids, workspace],
  )
  const touched = await tx.query<CancelledJob>(
    `UPDATE jobs
        SET cancel_requested_at = coalesce(cancel_requested_at, now()), version = version + 1,
            state = CASE WHEN state = 'running' THEN state ELSE 'cancelled' END,
            finished_at = CASE WHEN state = 'running' THEN finished_at ELSE now() END
      WHERE id = ANY($1::uuid[]) AND state IN ('scheduled', 'queued', 'running', 'retrying')
     RETURNING id, state`,
    [locked.map((row) => row.id)],
  )
  return { ids: locked.map((row) => row.id), touched }
}
