import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'

export type StoredObservation = {
  id: string
  claimHash: string
  value: number
  unit: string | null
  link: string | null
  quote: string | null
  measuredAt: Date
  /** The id of the key. */
  observedBy: string
  observedAt: Date
  /** The words of the claim; null where the text does not state it any more. */
  claim: string | null
}

export type NewObservation = Omit<StoredObservation, 'id' | 'observedAt' | 'claim'>

const columns = `o.id, o.claim_hash AS "claimHash", o.value, o.unit, o.link, o.quote, o.measured_at AS "measuredAt",
  o.observed_by AS "observedBy", o.observed_at AS "observedAt",
  (SELECT claim ->> 'text' FROM scores s, jsonb_array_elements(s.claims) AS claim
    WHERE s.pull_request_id = o.pull_request_id AND claim ->> 'hash' = o.claim_hash LIMIT 1) AS claim`

/** Observations of a pull request's claims, the oldest first. */
export const listObservations = (sql: Sql, workspace: string, pullRequestId: string): Promise<StoredObservation[]> =>
  sql.query<StoredObservation>(
    `SELECT ${columns} FROM claim_observations o
      WHERE o.workspace = $1 AND o.pull_request_id = $2 ORDER BY o.observed_at, o.id`,
    [workspace, pullRequestId],
  )

/** Keeps what somebody saw of a claim; nothing if the pull request is gone. */
export async function storeObservation(
  sql: Sql,
  { workspace, pullRequestId }: { workspace: string; pullRequestId: string },
  observation: NewObservation,
): Promise<StoredObservation | undefined> {
  const { claimHash, value, unit, link, quote, measuredAt, observedBy } = observation
  const id = uuidv7()
  const rows = await sql.query<{ id: string }>(
    `INSERT INTO claim_observations (id, workspace, pull_request_id, claim_hash, value, unit, link, quote, measured_at,
                                     observed_by)
     SELECT $1, $2, p.id, $4, $5, $6, $7, $8, $9, $10 FROM pull_requests p WHERE p.id = $3 AND p.workspace = $2
     RETURNING id`,
    [id, workspace, pullRequestId, claimHash, value, unit, link, quote, measuredAt, observedBy],
  )
  return rows.length === 0
    ? undefined
    : (await listObservations(sql, workspace, pullRequestId)).find((row) => row.id === id)
}

/** Takes an observation back. @returns false if there is none of that id. */
export async function deleteObservation(
  sql: Sql,
  workspace: string,
  { pullRequestId, id }: { pullRequestId: string; id: string },
): Promise<boolean> {
  const rows = await sql.query(
    'DELETE FROM claim_observations WHERE workspace = $1 AND pull_request_id = $2 AND id = $3 RETURNING id',
    [workspace, pullRequestId, id],
  )
  return rows.length > 0
}
