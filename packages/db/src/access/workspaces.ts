import type { Sql } from '../database.ts'
import { workspaces } from '../schema/workspaces.ts'

/** Creates the workspace unless it is there. */
export async function ensureWorkspace(sql: Sql, workspace: { id: string; name: string }): Promise<void> {
  await sql.orm.insert(workspaces).values(workspace).onConflictDoNothing()
}
