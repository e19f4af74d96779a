import { and, desc, eq } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { valueContexts } from '../schema/value.ts'

export type StoredContext = {
  version: number
  context: Readonly<Record<string, unknown>>
  declaredBy: string
  declaredAt: Date
}

const columns = {
  version: valueContexts.version,
  context: valueContexts.context,
  declaredBy: valueContexts.declaredBy,
  declaredAt: valueContexts.declaredAt,
}

/** A version of a workspace's context, the newest unless another is asked for. */
export async function findContext(sql: Sql, workspace: string, version?: number): Promise<StoredContext | undefined> {
  const rows = await sql.orm
    .select(columns)
    .from(valueContexts)
    .where(
      and(
        eq(valueContexts.workspace, workspace),
        version === undefined ? undefined : eq(valueContexts.version, version),
      ),
    )
    .orderBy(desc(valueContexts.version))
    .limit(1)
  return rows[0]
}

/** Declares a new version; the ones before stay. Two at once get two versions, in the order of their commits. */
export async function declareContext(
  tx: Sql,
  workspace: string,
  { context, declaredBy }: Pick<StoredContext, 'context' | 'declaredBy'>,
): Promise<StoredContext> {
  await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [workspace])
  const latest = await findContext(tx, workspace)
  const [declared] = await tx.orm
    .insert(valueContexts)
    .values({ workspace, version: (latest?.version ?? 0) + 1, context, declaredBy })
    .returning(columns)
  if (!declared) throw new Error('The context that was just declared is not there')
  return declared
}
