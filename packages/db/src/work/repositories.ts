import { and, desc, eq, lt, sql as raw } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { repositories } from '../schema/work.ts'

export type Repository = typeof repositories.$inferSelect
export type CountedRepository = Repository & { pullRequestCount: number }

/** Notes that a repository is being collected; the one of that origin if there is one. */
export async function startCollection(
  sql: Sql,
  found: { workspace: string; name: string; origin: string; defaultBranch: string },
): Promise<Repository> {
  const [row] = await sql.orm
    .insert(repositories)
    .values({ id: uuidv7(), ...found })
    .onConflictDoUpdate({
      target: [repositories.workspace, repositories.origin],
      set: { name: found.name, defaultBranch: found.defaultBranch },
    })
    .returning()
  if (!row) throw new Error('An upsert returned no row')
  return row
}

/** Notes up to which commit a repository is stored, and whether everything up to there was found. */
export async function finishCollection(
  sql: Sql,
  id: string,
  end: { head: string; cursor: string | null; completeness: 'complete' | 'partial' },
): Promise<void> {
  await sql.orm
    .update(repositories)
    .set({ ...end, collectedAt: new Date() })
    .where(eq(repositories.id, id))
}

/** Notes behind which pull request the next page starts, so that a retried collection goes on there. */
export async function saveCursor(sql: Sql, id: string, cursor: string): Promise<void> {
  await sql.orm.update(repositories).set({ cursor }).where(eq(repositories.id, id))
}

const counted = {
  pullRequestCount: raw<number>`(SELECT count(*)::int FROM pull_requests pr WHERE pr.repository_id = repositories.id)`,
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
