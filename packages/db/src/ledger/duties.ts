import type { Sql } from '../database.ts'

/** Takes or keeps a duty for `ttlMs`. @returns whether `holder` has it now. */
export const holdDuty = async (
  sql: Sql,
  { name, holder, ttlMs }: { name: string; holder: string; ttlMs: number },
): Promise<boolean> =>
  (
    await sql.query(
      `INSERT INTO duties (name, holder, expires_at) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
         WHERE duties.holder = excluded.holder OR duties.expires_at < now()
       RETURNING name`,
      [name, holder, ttlMs],
    )
  ).length === 1

/** Lets a duty go at once, so that a stopping process leaves no gap. */
export async function dropDuty(sql: Sql, name: string, holder: string): Promise<void> {
  await sql.query('DELETE FROM duties WHERE name = $1 AND holder = $2', [name, holder])
}
