import { sql as raw, type SQL } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { loadIdentities } from './identities.ts'

export type StoredVerdict = {
  name: string
  other: string
  verdict: 'same' | 'distinct'
  /** The id of the key. */
  saidBy: string
  saidAt: Date
}

type Speaker = { workspace: string; saidBy: string }

const columns = 'name, other, verdict, said_by AS "saidBy", said_at AS "saidAt"'

export const listAuthorVerdicts = (sql: Sql, workspace: string): Promise<StoredVerdict[]> =>
  sql.query<StoredVerdict>(
    `SELECT ${columns} FROM author_verdicts WHERE workspace = $1 ORDER BY verdict DESC, other, name`,
    [workspace],
  )

/** In SQL: the names of whoever goes by this name, as far as somebody said so. */
export const namesOfPerson = (workspace: string, name: string): SQL =>
  raw`(WITH person AS (
      SELECT coalesce((SELECT other FROM author_verdicts
                        WHERE workspace = ${workspace} AND verdict = 'same' AND name = ${name}), ${name}) AS known)
    SELECT known FROM person
     UNION ALL
    SELECT v.name FROM author_verdicts v JOIN person ON v.other = person.known
     WHERE v.workspace = ${workspace} AND v.verdict = 'same')`

/** Those among these names under which nothing was written here. */
export async function unknownAuthors(tx: Sql, workspace: string, names: readonly string[]): Promise<string[]> {
  // Whoever is being forgotten meanwhile is waited for, as by those who store people.
  await loadIdentities(tx, workspace)
  const rows = await tx.query<{ name: string }>(
    `SELECT name FROM unnest($2::text[]) AS name
      WHERE NOT EXISTS (SELECT FROM pull_requests WHERE workspace = $1 AND author_name = name)`,
    [workspace, names],
  )
  return rows.map(({ name }) => name)
}

/**
 * Notes that names are one person's, for all of whom `sameAs` stands from now on. Whoever was the same as one of them
 * comes along, and what was said against it is replaced.
 */
export async function sayOnePerson(
  tx: Sql,
  { workspace, saidBy }: Speaker,
  { names, sameAs }: { names: readonly string[]; sameAs: string },
): Promise<void> {
  await oneAtATime(tx)
  const rows = await tx.query<{ name: string }>(
    `WITH given AS (SELECT unnest($2::text[]) AS name),
          standing AS (
            SELECT other AS name FROM author_verdicts v JOIN given g ON g.name = v.name
             WHERE workspace = $1 AND verdict = 'same'
            UNION SELECT name FROM given)
     SELECT name FROM standing
      UNION SELECT v.name FROM author_verdicts v JOIN standing s ON s.name = v.other
             WHERE workspace = $1 AND verdict = 'same'`,
    [workspace, [...names, sameAs]],
  )
  const everyName = rows.map(({ name }) => name)
  await tx.query(
    'DELETE FROM author_verdicts WHERE workspace = $1 AND name = ANY($2::text[]) AND other = ANY($2::text[])',
    [workspace, everyName],
  )
  await tx.query(
    `INSERT INTO author_verdicts (workspace, name, other, verdict, said_by)
     SELECT $1, name, $3, 'same', $4 FROM unnest($2::text[]) AS name WHERE name <> $3`,
    [workspace, everyName, sameAs, saidBy],
  )
}

/** Notes that two names are not one person's. @returns false if both are aliases of a third name: it stays as it was. */
export async function sayTwoPeople(
  tx: Sql,
  { workspace, saidBy }: Speaker,
  names: readonly [string, string],
): Promise<boolean> {
  await oneAtATime(tx)
  const [shared] = await tx.query(
    `SELECT 1 FROM author_verdicts a JOIN author_verdicts b ON b.workspace = a.workspace AND b.other = a.other
      WHERE a.workspace = $1 AND a.verdict = 'same' AND b.verdict = 'same' AND a.name = $2 AND b.name = $3`,
    [workspace, ...names],
  )
  if (shared) return false
  await takeVerdictBack(tx, workspace, names)
  const [name, other] = names.toSorted()
  await tx.query(
    `INSERT INTO author_verdicts (workspace, name, other, verdict, said_by) VALUES ($1, $2, $3, 'distinct', $4)`,
    [workspace, name, other, saidBy],
  )
  return true
}

/** Takes back what was said of two names. @returns false if nothing was. */
export async function takeVerdictBack(
  tx: Sql,
  workspace: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  const rows = await tx.query(
    `DELETE FROM author_verdicts
      WHERE workspace = $1 AND (name, other) IN (($2::text, $3::text), ($3::text, $2::text)) RETURNING 1`,
    [workspace, one, other],
  )
  return rows.length > 0
}

/** Two verdicts at once could make chains of what has to point to one name. */
const oneAtATime = (tx: Sql) => tx.query('LOCK TABLE author_verdicts IN SHARE ROW EXCLUSIVE MODE')

/** Removes what was said of these names. @returns the other names of whom these are one person's, as far as somebody said so. */
export async function forgetVerdicts(tx: Sql, workspace: string, names: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ name: string; other: string; verdict: string }>(
    `DELETE FROM author_verdicts WHERE workspace = $1 AND (name = ANY($2::text[]) OR other = ANY($2::text[]))
     RETURNING name, other, verdict`,
    [workspace, names],
  )
  return rows
    .flatMap(({ name, other, verdict }) => (verdict === 'same' ? [name, other] : []))
    .filter((name) => !names.includes(name))
}
