import type { Sql } from '../database.ts'
import type { ScoreReason, StoredClaim, StoredEffort, StoredLink } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'

export type NewScore = {
  pullRequestId: string
  kind: string
  kindProbability: number
  kindEvidence: string
  score: number
  low: number
  high: number
  breakdown: readonly ScoreReason[]
  effort: StoredEffort
  claims: readonly StoredClaim[]
  links: readonly StoredLink[]
  shape: string | null
}

/** Stores what scoring found; a pull request has one assessment, the newest. */
export async function storeScores(
  tx: Sql,
  { workspace, method, scores }: { workspace: string; method: string; scores: readonly NewScore[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO scores (pull_request_id, workspace, method, kind, kind_probability, kind_evidence,
                         score, low, high, breakdown, effort, claims, links, shape)
     SELECT "pullRequestId", $1, $2, kind, "kindProbability", "kindEvidence", score, low, high, breakdown, effort,
            claims, links, shape
       FROM json_to_recordset($3::json) AS given(
            "pullRequestId" uuid, kind text, "kindProbability" real, "kindEvidence" text,
            score real, low real, high real, breakdown jsonb, effort jsonb, claims jsonb,
            links jsonb, shape text)
     ON CONFLICT (pull_request_id) DO UPDATE
       SET method = excluded.method, kind = excluded.kind, kind_probability = excluded.kind_probability,
           kind_evidence = excluded.kind_evidence, score = excluded.score, low = excluded.low, high = excluded.high,
           breakdown = excluded.breakdown, effort = excluded.effort, claims = excluded.claims,
           links = excluded.links, shape = excluded.shape, scored_at = now()`,
    [workspace, method, storableJson(scores)],
  )
}
