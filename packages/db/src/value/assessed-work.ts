import type { Sql } from '../database.ts'
import type { ScoreReason, StoredClaim, StoredCommit, StoredEffort, StoredLink } from '../schema/work.ts'

/** Which pull requests are asked for. */
export type WorkSelection = {
  ids?: readonly string[] | undefined
  repositoryId?: string | undefined
  /** Any of these names. */
  authors?: readonly string[] | undefined
  kind?: string | undefined
  /** Merged at or after. */
  from?: Date | undefined
  /** Merged before. */
  to?: Date | undefined
}

export type AssessedWork = {
  id: string
  repositoryId: string
  repository: string
  number: number | null
  sha: string
  title: string
  body: string
  commits: StoredCommit[]
  author: string
  mergedAt: Date
  kind: string
  score: number
  low: number
  high: number
  breakdown: ScoreReason[]
  effort: StoredEffort
  claims: StoredClaim[]
  links: StoredLink[]
  shape: string | null
  patchId: string | null
  /** What somebody measured of its claims. */
  observations: { claimHash: string; value: number; unit: string | null; measuredAt: Date }[]
  /** Not asked for, but it may have undone or repaired what is, or tell of the same effect. */
  isBeside: boolean
}

/** For so many days before what is asked for, others may have told of the same effect. */
const BESIDE_DAYS = 90

/**
 * Assessed pull requests that a selection asks for and those of the same repositories that bear on what they are worth,
 * in the order of their merges: those with links to others, those that are named, those of the same patch, and those
 * that state effects soon before or meanwhile.
 */
export const loadAssessedWork = async (
  sql: Sql,
  workspace: string,
  selection: WorkSelection,
): Promise<AssessedWork[]> => {
  const rows = await sql.query<AssessedWork>(
    `WITH asked AS (
       SELECT p.id, p.repository_id, p.merged_at, p.patch_id, s.shape
         FROM pull_requests p JOIN scores s ON s.pull_request_id = p.id
        WHERE p.workspace = $1 AND p.vanished_at IS NULL
          AND ($2::uuid[] IS NULL OR p.id = ANY ($2)) AND ($3::uuid IS NULL OR p.repository_id = $3)
          AND ($4::text[] IS NULL OR p.author_name = ANY ($4)) AND ($5::text IS NULL OR s.kind = $5)
          AND ($6::timestamptz IS NULL OR p.merged_at >= $6) AND ($7::timestamptz IS NULL OR p.merged_at < $7)),
     reach AS (
       SELECT repository_id, min(merged_at) - make_interval(days => ${BESIDE_DAYS}) AS first, max(merged_at) AS last
         FROM asked GROUP BY repository_id),
     assessed AS (
       SELECT p.id, p.repository_id, p.number, p.sha, p.title, p.merged_at, p.patch_id, s.shape, s.links,
              s.claims <> '[]'::jsonb AS has_claims
         FROM reach r JOIN pull_requests p ON p.repository_id = r.repository_id JOIN scores s ON s.pull_request_id = p.id
        WHERE p.vanished_at IS NULL),
     linking AS (
       SELECT a.id, a.repository_id, link->'target' AS target
         FROM assessed a, jsonb_array_elements(a.links) AS link),
     named AS (
       SELECT a.id FROM linking l JOIN assessed a
           ON a.repository_id = l.repository_id AND a.number = (l.target->>'number')::int
        UNION SELECT a.id FROM linking l JOIN assessed a
           ON a.repository_id = l.repository_id AND starts_with(a.sha, l.target->>'sha')
        UNION SELECT a.id FROM linking l JOIN assessed a
           ON a.repository_id = l.repository_id AND lower(a.title) = lower(l.target->>'title')),
     wanted AS (
       SELECT id FROM asked
        UNION SELECT id FROM linking
        UNION SELECT id FROM named
        UNION SELECT a.id FROM assessed a JOIN asked o ON a.shape = o.shape AND a.repository_id = o.repository_id
        UNION SELECT a.id FROM assessed a JOIN asked o ON a.patch_id = o.patch_id AND a.repository_id = o.repository_id
        UNION SELECT a.id FROM assessed a JOIN reach r USING (repository_id)
               WHERE a.has_claims AND a.merged_at BETWEEN r.first AND r.last)
     SELECT p.id, p.repository_id AS "repositoryId", r.name AS repository, p.number, p.sha, p.title, p.body, p.commits,
            p.author_name AS author, p.merged_at AS "mergedAt", s.kind, s.score, s.low, s.high, s.breakdown, s.effort,
            s.claims, s.links, s.shape, p.patch_id AS "patchId",
            (SELECT coalesce(jsonb_agg(jsonb_build_object(
                      'claimHash', claim_hash, 'value', value, 'unit', unit, 'measuredAt', measured_at)), '[]')
               FROM claim_observations WHERE pull_request_id = p.id) AS observations,
            NOT EXISTS (SELECT FROM asked o WHERE o.id = p.id) AS "isBeside"
       FROM wanted w JOIN pull_requests p ON p.id = w.id JOIN scores s ON s.pull_request_id = p.id
       JOIN repositories r ON r.id = p.repository_id
      ORDER BY p.merged_at, p.number, p.id`,
    [
      workspace,
      selection.ids ?? null,
      selection.repositoryId ?? null,
      selection.authors ?? null,
      selection.kind ?? null,
      selection.from ?? null,
      selection.to ?? null,
    ],
  )
  // JSON knows no moments.
  const datedOf = ({ observations }: AssessedWork) =>
    observations.map((observation) => ({ ...observation, measuredAt: new Date(observation.measuredAt) }))
  return rows.map((row) => ({ ...row, observations: datedOf(row) }))
}
