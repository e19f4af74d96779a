import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import type { StoredQuote } from '../schema/portfolio.ts'

export type NewEvidence = {
  kind: 'pull-request' | 'document'
  id: string
  quote: StoredQuote | null
  note: string
}
export type NewAchievement = { title: string; story: string; evidence: readonly NewEvidence[] }

export type ListedAchievement = {
  id: string
  title: string
  position: number
  version: number
  publishedVersion: number | null
  publishedAt: Date | null
  evidenceCount: number
  createdAt: Date
  updatedAt: Date
}
export type FoundAchievement = Omit<ListedAchievement, 'evidenceCount'> & { story: string; evidence: NewEvidence[] }

/** Older versions are kept up to here. */
const KEPT_VERSIONS = 50

/** Adds a draft behind all others. @returns its id; nothing if the workspace has `limit` of them. */
export async function addAchievement(
  tx: Sql,
  workspace: string,
  achievement: NewAchievement,
  { limit }: { limit: number },
): Promise<string | undefined> {
  // Two at once would both find room for one.
  await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [workspace])
  const [added] = await tx.query<{ id: string }>(
    `INSERT INTO achievements (id, workspace, position, version)
     SELECT $2, $1, coalesce(max(position), 0) + 1, 1 FROM achievements WHERE workspace = $1 HAVING count(*) < $3
     RETURNING id`,
    [workspace, uuidv7(), limit],
  )
  if (added) await insertVersion(tx, { id: added.id, version: 1, achievement })
  return added?.id
}

/** Saves what somebody made of the version they saw. @returns whether that still was the newest. */
export async function saveAchievement(
  tx: Sql,
  workspace: string,
  { id, seen, achievement }: { id: string; seen: number; achievement: NewAchievement },
): Promise<boolean> {
  const [saved] = await tx.query<{ version: number }>(
    `UPDATE achievements SET version = version + 1 WHERE id = $1 AND workspace = $2 AND version = $3 RETURNING version`,
    [id, workspace, seen],
  )
  if (!saved) return false
  await insertVersion(tx, { id, version: saved.version, achievement })
  await tx.query(
    `DELETE FROM achievement_versions v USING achievements a
      WHERE a.id = $1 AND v.achievement_id = $1 AND v.version <= a.version - ${KEPT_VERSIONS}
        AND v.version IS DISTINCT FROM a.published_version`,
    [id],
  )
  return true
}

async function insertVersion(
  tx: Sql,
  { id, version, achievement }: { id: string; version: number; achievement: NewAchievement },
) {
  await tx.query('INSERT INTO achievement_versions (achievement_id, version, title, story) VALUES ($1, $2, $3, $4)', [
    id,
    version,
    achievement.title,
    achievement.story,
  ])
  await tx.query(
    `INSERT INTO achievement_evidence (achievement_id, version, position, pull_request_id, document_id, quote, note)
     SELECT $1, $2, position, CASE kind WHEN 'pull-request' THEN id END, CASE kind WHEN 'document' THEN id END, quote, note
       FROM ROWS FROM (json_to_recordset($3::json) AS (kind text, id uuid, quote jsonb, note text))
            WITH ORDINALITY AS given(kind, id, quote, note, position)`,
    [id, version, JSON.stringify(achievement.evidence)],
  )
}

const LISTED = `a.id, v.title, a.position, a.version, a.published_version AS "publishedVersion",
  a.published_at AS "publishedAt", a.created_at AS "createdAt", v.saved_at AS "updatedAt"`
const EVIDENCE = `coalesce((
  SELECT jsonb_agg(jsonb_build_object(
           'kind', CASE WHEN e.document_id IS NULL THEN 'pull-request' ELSE 'document' END,
           'id', coalesce(e.pull_request_id, e.document_id), 'quote', e.quote, 'note', e.note) ORDER BY e.position)
    FROM achievement_evidence e WHERE e.achievement_id = v.achievement_id AND e.version = v.version), '[]') AS evidence`

/** The newest versions in the order that they are shown in. */
export const listAchievements = (sql: Sql, workspace: string): Promise<ListedAchievement[]> =>
  sql.query<ListedAchievement>(
    `SELECT ${LISTED}, (SELECT count(*)::int FROM achievement_evidence e
              WHERE e.achievement_id = a.id AND e.version = a.version) AS "evidenceCount"
       FROM achievements a JOIN achievement_versions v ON v.achievement_id = a.id AND v.version = a.version
      WHERE a.workspace = $1 ORDER BY a.position, a.id`,
    [workspace],
  )

/** The evidence of the newest version of each achievement. */
export const listNewestEvidence = (sql: Sql, workspace: string): Promise<Pick<FoundAchievement, 'id' | 'evidence'>[]> =>
  sql.query<Pick<FoundAchievement, 'id' | 'evidence'>>(
    `SELECT a.id, ${EVIDENCE}
       FROM achievements a JOIN achievement_versions v ON v.achievement_id = a.id AND v.version = a.version
      WHERE a.workspace = $1`,
    [workspace],
  )

/** The newest version. */
export async function findAchievement(sql: Sql, workspace: string, id: string): Promise<FoundAchievement | undefined> {
  const rows = await sql.query<FoundAchievement>(
    `SELECT ${LISTED}, v.story, ${EVIDENCE}
       FROM achievements a JOIN achievement_versions v ON v.achievement_id = a.id AND v.version = a.version
      WHERE a.workspace = $1 AND a.id = $2`,
    [workspace, id],
  )
  return rows[0]
}

/** What the public may see, in order: of each published achievement the version that was published. */
export const listPublishedAchievements = (sql: Sql, workspace: string): Promise<FoundAchievement[]> =>
  sql.query<FoundAchievement>(
    `SELECT ${LISTED}, v.story, ${EVIDENCE}
       FROM achievements a JOIN achievement_versions v ON v.achievement_id = a.id AND v.version = a.published_version
      WHERE a.workspace = $1 ORDER BY a.position, a.id`,
    [workspace],
  )

export type KeptVersion = NewAchievement & { version: number; savedAt: Date; isPublished: boolean }

/** Every version that is kept, the newest first. */
export const listAchievementVersions = (sql: Sql, workspace: string, id: string): Promise<KeptVersion[]> =>
  sql.query<KeptVersion>(
    `SELECT v.version, v.title, v.story, v.saved_at AS "savedAt",
            coalesce(v.version = a.published_version, false) AS "isPublished", ${EVIDENCE}
       FROM achievements a JOIN achievement_versions v ON v.achievement_id = a.id
      WHERE a.workspace = $1 AND a.id = $2 ORDER BY v.version DESC`,
    [workspace, id],
  )

/** @returns whether the ids were all achievements of the workspace, each once; else nothing is changed. */
export async function orderAchievements(tx: Sql, workspace: string, ids: readonly string[]): Promise<boolean> {
  const known = await tx.query<{ id: string }>('SELECT id FROM achievements WHERE workspace = $1 FOR UPDATE', [
    workspace,
  ])
  const given = new Set(ids)
  if (given.size !== ids.length || known.length !== ids.length || !known.every(({ id }) => given.has(id))) return false
  await tx.query(
    `UPDATE achievements SET position = place.position
       FROM unnest($2::uuid[]) WITH ORDINALITY AS place(id, position)
      WHERE achievements.workspace = $1 AND achievements.id = place.id`,
    [workspace, ids],
  )
  return true
}

/** @returns whether there was one. */
export const deleteAchievement = async (sql: Sql, workspace: string, id: string): Promise<boolean> =>
  (await sql.query('DELETE FROM achievements WHERE workspace = $1 AND id = $2 RETURNING id', [workspace, id])).length >
  0

/** Shows the newest version to the public. @returns whether it still was the one that was seen. */
export const publishAchievement = async (
  sql: Sql,
  workspace: string,
  { id, seen }: { id: string; seen: number },
): Promise<boolean> =>
  (
    await sql.query(
      `UPDATE achievements SET published_version = version, published_at = now()
        WHERE workspace = $1 AND id = $2 AND version = $3 RETURNING id`,
      [workspace, id, seen],
    )
  ).length > 0

/** Hides it from the public; what was written stays. @returns whether there was one. */
export const unpublishAchievement = async (sql: Sql, workspace: string, id: string): Promise<boolean> =>
  (
    await sql.query(
      `UPDATE achievements SET published_version = NULL, published_at = NULL
        WHERE workspace = $1 AND id = $2 RETURNING id`,
      [workspace, id],
    )
  ).length > 0
