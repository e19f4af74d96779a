import { and, eq, isNotNull, sql as raw } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { portfolios, type StoredProfile } from '../schema/portfolio.ts'

export type StoredPortfolio = typeof portfolios.$inferSelect

export async function findPortfolio(sql: Sql, workspace: string): Promise<StoredPortfolio | undefined> {
  const rows = await sql.orm.select().from(portfolios).where(eq(portfolios.workspace, workspace))
  return rows[0]
}

/** Saves what somebody made of the version they saw; 0 is that of none. @returns whether that still was the newest. */
export async function savePortfolio(
  sql: Sql,
  workspace: string,
  { seen, profile }: { seen: number; profile: StoredProfile },
): Promise<boolean> {
  const saved =
    seen === 0
      ? await sql.orm
          .insert(portfolios)
          .values({ workspace, version: 1, profile })
          .onConflictDoNothing()
          .returning({ version: portfolios.version })
      : await sql.orm
          .update(portfolios)
          .set({ version: seen + 1, profile, updatedAt: new Date() })
          .where(and(eq(portfolios.workspace, workspace), eq(portfolios.version, seen)))
          .returning({ version: portfolios.version })
  return saved.length > 0
}

export type Publication = 'published' | 'outdated' | 'address-taken'

/** Shows the newest version of the profile, and with it the site, to the public. */
export async function publishPortfolio(sql: Sql, workspace: string, seen: number): Promise<Publication> {
  try {
    const rows = await sql.query(
      `UPDATE portfolios SET published_version = version, published_profile = profile, published_at = now()
        WHERE workspace = $1 AND version = $2 RETURNING version`,
      [workspace, seen],
    )
    return rows.length > 0 ? 'published' : 'outdated'
  } catch (error) {
    if (isAddressTaken(error)) return 'address-taken'
    throw error
  }
}

const isAddressTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'portfolios_address'

/** Takes the site away from the public; the profile stays. */
export const unpublishPortfolio = async (sql: Sql, workspace: string): Promise<void> => {
  await sql.orm
    .update(portfolios)
    .set({ publishedVersion: null, publishedProfile: null, publishedAt: null })
    .where(eq(portfolios.workspace, workspace))
}

/** Whose site is at an address: the one of that slug, or the one that has none. */
export async function findPublishedWorkspace(sql: Sql, slug: string | null): Promise<string | undefined> {
  const rows = await sql.orm
    .select({ workspace: portfolios.workspace })
    .from(portfolios)
    .where(
      and(
        isNotNull(portfolios.publishedVersion),
        eq(raw`coalesce(${portfolios.publishedProfile} ->> 'slug', '')`, slug ?? ''),
      ),
    )
  return rows[0]?.workspace
}

/** Changes whenever something is published or taken back, other prices are declared, or evidence leaves. */
export async function readPublicationMark(sql: Sql, workspace: string): Promise<string> {
  const [row] = await sql.query<{ mark: string }>(
    `SELECT concat_ws(' ',
       (SELECT published_at::text FROM portfolios WHERE workspace = $1),
       (SELECT max(version) FROM value_contexts WHERE workspace = $1),
       (SELECT string_agg(concat_ws('.', a.id, a.published_version, a.published_at, a.position,
                 (SELECT count(*) FROM achievement_evidence e
                   WHERE e.achievement_id = a.id AND e.version = a.published_version)), ' ' ORDER BY a.position, a.id)
          FROM achievements a WHERE a.workspace = $1 AND a.published_version IS NOT NULL)) AS mark`,
    [workspace],
  )
  return row?.mark ?? ''
}
