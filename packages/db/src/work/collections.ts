import { and, desc, eq, sql as raw } from 'drizzle-orm'
import type { Sql } from '../database.ts'
import { type Completeness, type collectionGaps, collections, pullRequests, repositories } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'

export type Collection = typeof collections.$inferSelect
export type CollectionGap = Omit<typeof collectionGaps.$inferSelect, 'id' | 'repositoryId'>
export type NewCollectionGap = Omit<CollectionGap, 'seenAt'>

/**
 * Notes that a run began, or goes on after its worker died.
 * @returns the mark to read behind, and whether everything is read: an interrupted whole run goes on as one.
 */
export async function startCollectionRun(
  tx: Sql,
  run: { jobId: string; repositoryId: string; whole: boolean },
): Promise<{ after: string | null; whole: boolean }> {
  const [begun] = await tx.orm.insert(collections).values(run).onConflictDoNothing().returning()
  if (begun?.whole) await tx.orm.update(repositories).set({ cursor: null }).where(eq(repositories.id, run.repositoryId))
  const [row] = await tx.orm
    .select({ after: repositories.cursor, whole: collections.whole })
    .from(collections)
    .innerJoin(repositories, eq(repositories.id, collections.repositoryId))
    .where(eq(collections.jobId, run.jobId))
  if (!row) throw new Error('The run that was just stored is not there')
  return row
}

/** Notes that the history behind the last mark is gone, so that everything is read again. */
export async function noteRewritten(tx: Sql, run: { jobId: string; repositoryId: string }): Promise<void> {
  await tx.orm
    .update(collections)
    .set({ rewritten: true, whole: true, found: 0 })
    .where(eq(collections.jobId, run.jobId))
  await tx.orm.update(repositories).set({ cursor: null }).where(eq(repositories.id, run.repositoryId))
}

/** Adds what one page brought, and replaces what was missing of its pull requests by what is missing now. */
export async function recordCollectedPage(
  tx: Sql,
  run: { jobId: string; repositoryId: string },
  page: {
    collected: readonly { number: number | null; sha: string }[]
    changed: number
    gaps: readonly NewCollectionGap[]
  },
): Promise<void> {
  await tx.query('UPDATE collections SET found = found + $2, changed = changed + $3 WHERE job_id = $1', [
    run.jobId,
    page.collected.length,
    page.changed,
  ])
  await tx.query(
    `DELETE FROM collection_gaps
      WHERE repository_id = $1 AND (number = ANY($2::int[]) OR (number IS NULL AND sha = ANY($3::text[])))`,
    [
      run.repositoryId,
      page.collected.flatMap(({ number }) => (number === null ? [] : [number])),
      page.collected.map(({ sha }) => sha),
    ],
  )
  await addGaps(tx, run.repositoryId, page.gaps)
}

const addGaps = async (tx: Sql, repositoryId: string, gaps: readonly NewCollectionGap[]) => {
  if (gaps.length === 0) return
  await tx.query(
    `INSERT INTO collection_gaps (repository_id, connection, number, sha, expected, found, reason, message)
     SELECT $1, connection, number, sha, expected, found, reason, message
       FROM json_to_recordset($2::json) AS gap(
            connection text, number int, sha text, expected int, found int, reason text, message text)`,
    [repositoryId, storableJson(gaps)],
  )
}

/**
 * Marks what a source does not have any more, as after a rewritten history; it stays readable but counts no longer.
 * @returns how many were marked.
 */
export async function markVanished(
  tx: Sql,
  repositoryId: string,
  present: { numbers: readonly number[]; changeUnits: readonly string[] },
): Promise<number> {
  const rows = await tx.query(
    `UPDATE pull_requests SET vanished_at = now()
      WHERE repository_id = $1 AND vanished_at IS NULL
        AND CASE WHEN number IS NULL THEN sha <> ALL($3::text[]) ELSE number <> ALL($2::int[]) END
      RETURNING id`,
    [repositoryId, present.numbers, present.changeUnits],
  )
  return rows.length
}

/**
 * Ends a run: what the source said it has against what is stored decides whether the repository is complete.
 * Gaps that concern no single pull request are replaced by the given ones.
 */
export async function finishCollectionRun(
  tx: Sql,
  run: { jobId: string; repositoryId: string },
  end: { expected: number; head: string; cursor: string; gaps: readonly NewCollectionGap[] },
): Promise<{ stored: number; changed: number; gaps: number; completeness: 'complete' | 'partial' }> {
  const { jobId, repositoryId } = run
  await tx.query('DELETE FROM collection_gaps WHERE repository_id = $1 AND number IS NULL AND sha IS NULL', [
    repositoryId,
  ])
  const stored = await countStored(tx, repositoryId)
  const explained = end.gaps.some(({ connection }) => connection === 'pull-requests')
  await addGaps(tx, repositoryId, [
    ...end.gaps,
    ...(stored >= end.expected || explained ? [] : [countsDisagree(end.expected, stored)]),
  ])
  const gaps = await countGaps(tx, repositoryId)
  const completeness = gaps > 0 ? 'partial' : 'complete'
  const [ended] = await tx.orm
    .update(collections)
    .set({ finishedAt: raw`now()`, head: end.head, expected: end.expected, completeness })
    .where(eq(collections.jobId, jobId))
    .returning({ changed: collections.changed })
  await tx.orm
    .update(repositories)
    .set({
      head: end.head,
      cursor: end.cursor,
      expectedPullRequests: end.expected,
      completeness,
      collectedAt: raw`now()`,
    })
    .where(eq(repositories.id, repositoryId))
  return { stored, changed: ended?.changed ?? 0, gaps, completeness }
}

const countsDisagree = (expected: number, stored: number): NewCollectionGap => ({
  connection: 'pull-requests',
  number: null,
  sha: null,
  expected,
  found: stored,
  reason: 'disagrees',
  message: `The source counts ${expected} merged pull requests and ${stored} are stored. Collect again with "whole": true to compare all of them.`,
})

const countGaps = async (sql: Sql, repositoryId: string): Promise<number> => {
  const [row] = await sql.query<{ total: number }>(
    'SELECT count(*)::int AS total FROM collection_gaps WHERE repository_id = $1',
    [repositoryId],
  )
  return row?.total ?? 0
}

const countStored = async (sql: Sql, repositoryId: string): Promise<number> => {
  const [row] = await sql.query<{ stored: number }>(
    'SELECT count(*)::int AS stored FROM pull_requests WHERE repository_id = $1 AND vanished_at IS NULL',
    [repositoryId],
  )
  return row?.stored ?? 0
}

/** Sums over what is stored, so that they cannot say anything else than the rows. */
export async function storedConnections(sql: Sql, repositoryId: string) {
  const length = (column: typeof pullRequests.files | typeof pullRequests.commits | typeof pullRequests.reviews) =>
    raw<number>`coalesce(sum(jsonb_array_length(${column})), 0)::int`
  const total = (
    column: typeof pullRequests.changedFiles | typeof pullRequests.commitCount | typeof pullRequests.reviewCount,
  ) => raw<number>`coalesce(sum(${column}), 0)::int`
  const [row] = await sql.orm
    .select({
      pullRequests: raw<number>`count(*)::int`,
      files: { expected: total(pullRequests.changedFiles), stored: length(pullRequests.files) },
      commits: { expected: total(pullRequests.commitCount), stored: length(pullRequests.commits) },
      reviews: { expected: total(pullRequests.reviewCount), stored: length(pullRequests.reviews) },
      labels: raw<number>`coalesce(sum(cardinality(${pullRequests.labels})), 0)::int`,
      linkedIssues: raw<number>`coalesce(sum(cardinality(${pullRequests.linkedIssues})), 0)::int`,
      patchIds: raw<number>`count(${pullRequests.patchId})::int`,
    })
    .from(pullRequests)
    .where(and(eq(pullRequests.repositoryId, repositoryId), raw`${pullRequests.vanishedAt} IS NULL`))
  if (!row) throw new Error('An aggregate returned no row')
  return row
}

/** The first gaps of a repository and how many there are in all. */
export async function readGaps(
  sql: Sql,
  repositoryId: string,
  limit: number,
): Promise<{ total: number; first: CollectionGap[] }> {
  const first = await sql.query<CollectionGap>(
    `SELECT connection, number, sha, expected, found, reason, message, seen_at AS "seenAt"
       FROM collection_gaps WHERE repository_id = $1 ORDER BY number NULLS FIRST, id LIMIT $2`,
    [repositoryId, limit],
  )
  return { total: await countGaps(sql, repositoryId), first }
}

/** The newest runs of a repository. */
export const readCollectionRuns = (sql: Sql, repositoryId: string, limit: number): Promise<Collection[]> =>
  sql.orm
    .select()
    .from(collections)
    .where(eq(collections.repositoryId, repositoryId))
    .orderBy(desc(collections.startedAt))
    .limit(limit)

/** After one pull request was stored by itself: one that is new makes the source have one more. */
export async function noteSinglePullRequest(tx: Sql, repositoryId: string) {
  const stored = await countStored(tx, repositoryId)
  const gaps = await countGaps(tx, repositoryId)
  const [row] = await tx.query<{ expected: number; completeness: Completeness }>(
    `UPDATE repositories SET expected_pull_requests = greatest(expected_pull_requests, $2)
      WHERE id = $1 RETURNING expected_pull_requests AS expected, completeness`,
    [repositoryId, stored],
  )
  if (!row) throw new Error('The repository was deleted')
  const isComplete = gaps === 0 && row.completeness === 'complete'
  return {
    pullRequests: stored,
    expected: row.expected,
    gaps,
    completeness: isComplete ? ('complete' as const) : ('partial' as const),
  }
}
