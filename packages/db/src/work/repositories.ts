import { and, desc, eq, lt, sql as raw } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { withdrawAchievementsOn } from '../portfolio/withdraw-achievements.ts'
import { repositories } from '../schema/work.ts'

export type Repository = typeof repositories.$inferSelect
export type CountedRepository = Repository & { pullRequestCount: number }

export type FoundRepository = {
  workspace: string
  name: string
  origin: string
  /** The address that was asked for, where the repository has moved since. */
  formerOrigin?: string | undefined
  sourceKind: Repository['sourceKind']
  visibility: Repository['visibility']
  license: string | null
  defaultBranch: string
}

/** The repository of that origin, made if there is none; one that moved keeps its row and what hangs on it. */
export async function startCollection(sql: Sql, { formerOrigin, ...found }: FoundRepository): Promise<Repository> {
  const { workspace, origin, ...described } = found
  if (formerOrigin !== undefined && formerOrigin !== origin) {
    await sql.query(
      `UPDATE repositories SET origin = $3 WHERE workspace = $1 AND origin = $2
          AND NOT EXISTS (SELECT 1 FROM repositories WHERE workspace = $1 AND origin = $3)`,
      [workspace, formerOrigin, origin],
    )
  }
  const { sourceKind, ...changes } = described
  const [row] = await sql.orm
    .insert(repositories)
    .values({ id: uuidv7(), ...found })
    .onConflictDoUpdate({ target: [repositories.workspace, repositories.origin], set: changes })
    .returning()
  if (!row) throw new Error('An upsert returned no row')
  if (row.sourceKind === sourceKind) return row
  // A cursor of the other kind of source means nothing to this one.
  await sql.orm.update(repositories).set({ sourceKind, cursor: null }).where(eq(repositories.id, row.id))
  return { ...row, sourceKind, cursor: null }
}

/** Notes behind which pull request the next page starts, so that a retried collection goes on there. */
export async function saveCursor(sql: Sql, id: string, cursor: string): Promise<void> {
  await sql.orm.update(repositories).set({ cursor }).where(eq(repositories.id, id))
}

const counted = {
  pullRequestCount: raw<number>`(SELECT count(*)::int FROM pull_requests pr
    WHERE pr.repository_id = repositories.id AND pr.vanished_at IS NULL)`,
}

/** Repositories of a workspace, the newest first, before the one `before`. */
export const listRepositories = async (
  sql: Sql,
  workspace: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<CountedRepository[]> => {
  const conditions = [eq(repositories.workspace, workspace)]
  if (before) conditions.push(lt(repositories.id, before))
  const rows = await sql.orm
    .select({ repository: repositories, ...counted })
    .from(repositories)
    .where(and(...conditions))
    .orderBy(desc(repositories.id))
    .limit(limit)
  return rows.map(({ repository, pullRequestCount }) => ({ ...repository, pullRequestCount }))
}

export const findRepository = async (
  sql: Sql,
  workspace: string,
  id: string,
): Promise<CountedRepository | undefined> => {
  const [row] = await sql.orm
    .select({ repository: repositories, ...counted })
    .from(repositories)
    .where(and(eq(repositories.id, id), eq(repositories.workspace, workspace)))
    .limit(1)
  return row && { ...row.repository, pullRequestCount: row.pullRequestCount }
}

/** Removes a repository with everything that was derived from it. @returns it, or nothing if there was none. */
export const deleteRepository = async (tx: Sql, workspace: string, id: string): Promise<Repository | undefined> => {
  await tx.query('DELETE FROM reports WHERE workspace = $1 AND $2 = ANY (repository_ids)', [workspace, id])
  await withdrawAchievementsOn(tx, workspace, { repositoryId: id })
  const deleted = await tx.orm
    .delete(repositories)
    .where(and(eq(repositories.id, id), eq(repositories.workspace, workspace)))
    .returning()
  return deleted.at(0)
}
