import type { Sql } from '../database.ts'

/** Evidence that is about to go, or to be changed. */
export type GoingEvidence = { repositoryId: string } | { documentId: string } | { pullRequestIds: readonly string[] }

/**
 * Hides every achievement that such evidence stands behind in any of its versions, as its words may tell of it. Those
 * that are hidden already are touched too, so that a publication at the same moment waits. @returns how many were shown.
 */
export async function withdrawAchievementsOn(tx: Sql, workspace: string, going: GoingEvidence): Promise<number> {
  const [repositoryId, documentId, pullRequestIds] = [
    'repositoryId' in going ? going.repositoryId : null,
    'documentId' in going ? going.documentId : null,
    'pullRequestIds' in going ? going.pullRequestIds : null,
  ]
  const rows = await tx.query<{ wasPublished: boolean }>(
    `UPDATE achievements a SET published_version = NULL, published_at = NULL
       FROM achievements before
      WHERE before.id = a.id AND a.workspace = $1 AND EXISTS (
        SELECT FROM achievement_evidence e LEFT JOIN pull_requests p ON p.id = e.pull_request_id
         WHERE e.achievement_id = a.id
           AND (p.repository_id = $2 OR e.document_id = $3 OR e.pull_request_id = ANY ($4::uuid[])))
      RETURNING before.published_version IS NOT NULL AS "wasPublished"`,
    [workspace, repositoryId, documentId, pullRequestIds],
  )
  return rows.filter(({ wasPublished }) => wasPublished).length
}

/**
 * Hides achievements and the portfolio where their words name one of these people, and drops older versions that do. The
 * newest words stay with those who wrote them, as a draft. @returns how many achievements were shown.
 */
export async function withdrawMentions(tx: Sql, workspace: string, names: readonly string[]): Promise<number> {
  const needles = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
  const rows = await tx.query<{ wasPublished: boolean }>(
    `UPDATE achievements a SET published_version = NULL, published_at = NULL
       FROM achievements before
      WHERE before.id = a.id AND a.workspace = $1 AND EXISTS (
        SELECT FROM achievement_versions v WHERE v.achievement_id = a.id AND ${mentions('v')})
      RETURNING before.published_version IS NOT NULL AS "wasPublished"`,
    [workspace, needles],
  )
  await tx.query(
    `DELETE FROM achievement_versions v USING achievements a
      WHERE a.id = v.achievement_id AND a.workspace = $1 AND v.version < a.version AND ${mentions('v')}`,
    [workspace, needles],
  )
  await tx.query(
    `UPDATE portfolios SET published_version = NULL, published_profile = NULL, published_at = NULL
      WHERE workspace = $1 AND EXISTS (
        SELECT FROM unnest($2::text[]) AS needle WHERE strpos(lower(published_profile::text), needle) > 0)`,
    [workspace, needles],
  )
  return rows.filter(({ wasPublished }) => wasPublished).length
}

const mentions = (version: string) => `EXISTS (
  SELECT FROM unnest($2::text[]) AS needle
   WHERE strpos(lower(${version}.title || E'\\n' || ${version}.story), needle) > 0 OR EXISTS (
     SELECT FROM achievement_evidence e
      WHERE e.achievement_id = ${version}.achievement_id AND e.version = ${version}.version
        AND strpos(lower(e.note), needle) > 0))`
