import type { Sql } from '../database.ts'
import type { ScoreReason } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'

export type NewScore = {
  pullRequestId: string
  kind: string
  kindEvidence: string
  score: number
  breakdown: readonly ScoreReason[]
}

/** Stores scores; a pull request has one, the newest. */
export async function storeScores(
  tx: Sql,
  { workspace, method, scores }: { workspace: string; method: string; scores: readonly NewScore[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO scores (pull_request_id, workspace, method, kind, kind_evidence, score, breakdown)
     SELECT "pullRequestId", $1, $2, kind, "kindEvidence", score, breakdown
       FROM json_to_recordset($3::json) AS given(
            "pullRequestId" uuid, kind text, "kindEvidence" text, score real, breakdown jsonb)
     ON CONFLICT (pull_request_id) DO UPDATE
       SET method = excluded.method, kind = excluded.kind, kind_evidence = excluded.kind_evidence,
           score = excluded.score, breakdown = excluded.breakdown, scored_at = now()`,
    [workspace, method, storableJson(scores)],
  )
}
