import { lt } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { usedSignInLinks } from '../schema/workspaces.ts'

/** Notes that a sign-in link was used. @returns whether this was the first time. */
export async function useSignInLink(sql: Sql, link: { id: string; until: Date }): Promise<boolean> {
  await sql.orm.delete(usedSignInLinks).where(lt(usedSignInLinks.until, new Date()))
  const noted = await sql.orm.insert(usedSignInLinks).values(link).onConflictDoNothing().returning()
  return noted.length === 1
}
