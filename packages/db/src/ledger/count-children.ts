import type { JobState } from '@assay/contracts'
import type { Sql } from '../database.ts'

export type ChildCount = { kind: string; state: JobState; count: number; spawned: number }

/** The jobs that a job spawned itself, by kind and state. */
export const countChildren = (sql: Sql, parentId: string): Promise<ChildCount[]> =>
  sql.query(
    `SELECT kind, state, count(*)::int AS count,
            count(*) FILTER (WHERE EXISTS (SELECT FROM jobs grandchild WHERE grandchild.parent_id = child.id))::int AS spawned
       FROM jobs child
      WHERE parent_id = $1
      GROUP BY kind, state
      ORDER BY kind, state`,
    [parentId],
  )
