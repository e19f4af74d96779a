import { inArray } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Sql } from '../database.ts'
import { type ChangedFile, pullRequests, type StoredReview } from '../schema/work.ts'
import { storableJson } from '../storable-json.ts'
import { type CollectedPerson, type Identities, loadIdentities } from './identities.ts'
import { withoutForgotten } from './without-people.ts'

export type PullRequest = typeof pullRequests.$inferSelect

export type CollectedPullRequest = {
  /** Null for a change unit. */
  number: number | null
  sha: string
  title: string
  body: string
  author: CollectedPerson
  coAuthors: readonly CollectedPerson[]
  /** ISO 8601 */
  mergedAt: string
  additions: number
  deletions: number
  changedFiles: number
  files: readonly ChangedFile[]
  patchId: string | null
  commitCount: number
  commits: readonly { sha: string; title: string; body?: string; author: CollectedPerson; authoredAt: string }[]
  labels: readonly string[]
  reviewCount: number
  reviews: readonly StoredReview[]
  linkedIssues: readonly string[]
  how: string
  flags: readonly string[]
}

/** Columns that a collection fills, by the name of the field that fills each, with the type it has in JSON. */
const COLLECTED_COLUMNS = [
  ['sha', 'sha', 'text'],
  ['title', 'title', 'text'],
  ['body', 'body', 'text'],
  ['author_name', 'authorName', 'text'],
  ['author_login', 'authorLogin', 'text'],
  ['author_email_hash', 'authorEmailHash', 'text'],
  ['co_authors', 'coAuthors', 'jsonb'],
  ['merged_at', 'mergedAt', 'timestamptz'],
  ['additions', 'additions', 'int'],
  ['deletions', 'deletions', 'int'],
  ['changed_files', 'changedFiles', 'int'],
  ['files', 'files', 'jsonb'],
  ['patch_id', 'patchId', 'text'],
  ['commit_count', 'commitCount', 'int'],
  ['commits', 'commits', 'jsonb'],
  ['labels', 'labels', 'text[]'],
  ['review_count', 'reviewCount', 'int'],
  ['reviews', 'reviews', 'jsonb'],
  ['linked_issues', 'linkedIssues', 'text[]'],
  ['how', 'how', 'text'],
  ['flags', 'flags', 'text[]'],
] as const

const columns = COLLECTED_COLUMNS.map(([column]) => column).join(', ')
const fields = COLLECTED_COLUMNS.map(([, field]) => `"${field}"`).join(', ')
const typedFields = COLLECTED_COLUMNS.map(([, field, type]) => `"${field}" ${type}`).join(', ')
const asGiven = COLLECTED_COLUMNS.map(([column]) => `${column} = excluded.${column}`).join(', ')
const storedRow = COLLECTED_COLUMNS.map(([column]) => `stored.${column}`).join(', ')
const givenRow = COLLECTED_COLUMNS.map(([column]) => `excluded.${column}`).join(', ')

const storeStatement = (conflictTarget: string) => `
  INSERT INTO pull_requests AS stored (id, workspace, repository_id, number, ${columns})
  SELECT id, $1, $2, number, ${fields}
    FROM json_to_recordset($3::json) AS page(id uuid, number int, ${typedFields})
  ON CONFLICT ${conflictTarget} DO UPDATE SET ${asGiven}, vanished_at = NULL, collected_at = now()
    WHERE stored.vanished_at IS NOT NULL OR (${storedRow}) IS DISTINCT FROM (${givenRow})
  RETURNING id`

const STORE_PULL_REQUESTS = storeStatement('(repository_id, number)')
const STORE_CHANGE_UNITS = storeStatement('(repository_id, sha) WHERE number IS NULL')

/**
 * Stores a page of pull requests or change units. @returns the ids of those that are new or changed; an unchanged row
 * is not written, so that collecting again costs nothing further down.
 */
export async function storePullRequests(
  sql: Sql,
  repository: { id: string; workspace: string },
  collected: readonly CollectedPullRequest[],
): Promise<string[]> {
  const identities = await loadIdentities(sql, repository.workspace)
  const store = async (statement: string, page: readonly CollectedPullRequest[]) => {
    if (page.length === 0) return []
    const rows = page.map((pullRequest) => ({ id: uuidv7(), ...withStoredPeople(pullRequest, identities) }))
    return sql.query<{ id: string }>(statement, [repository.workspace, repository.id, storableJson(rows)])
  }
  const stored = [
    ...(await store(
      STORE_PULL_REQUESTS,
      collected.filter(({ number }) => number !== null),
    )),
    ...(await store(
      STORE_CHANGE_UNITS,
      collected.filter(({ number }) => number === null),
    )),
  ]
  return stored.map(({ id }) => id)
}

const withStoredPeople = (collected: CollectedPullRequest, identities: Identities) => {
  const { author: given, ...pullRequest } = withoutForgotten(collected, identities)
  const author = identities.person(given)
  return {
    ...pullRequest,
    authorName: author.name,
    authorLogin: author.login,
    authorEmailHash: author.emailHash,
    coAuthors: pullRequest.coAuthors.map(identities.person),
    commits: pullRequest.commits.map((commit) => ({ ...commit, author: identities.person(commit.author) })),
    reviews: pullRequest.reviews.map((review) => ({ ...review, reviewer: identities.reviewer(review.reviewer) })),
  }
}

/** The pull requests of the given ids that still exist, in no particular order. */
export const loadPullRequests = (sql: Sql, ids: readonly string[]): Promise<PullRequest[]> =>
  sql.orm
    .select()
    .from(pullRequests)
    .where(inArray(pullRequests.id, [...ids]))
