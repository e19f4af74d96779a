import { and, desc, eq, gte, ilike, isNotNull, isNull, lt, or, sql as raw, type SQL } from 'drizzle-orm'
import { containsPattern } from '../contains-pattern.ts'
import type { Sql } from '../database.ts'
import { pullRequests, repositories, scores } from '../schema/work.ts'
import { namesOfPerson } from './author-verdicts.ts'

export const pullRequestSorts = ['value', 'merged_at', 'size'] as const
export type PullRequestSort = (typeof pullRequestSorts)[number]

export type PullRequestFilter = {
  repositoryId?: string | undefined
  /** A name of the author's; others that were said to be the same person's count too. */
  author?: string | undefined
  kind?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  /** Words to be found in the title. */
  q?: string | undefined
}

/** Where a list goes on: the last row's sort value and id. */
export type PullRequestPosition = { value: string; id: string }

const SORT_KEY: Record<PullRequestSort, SQL> = {
  // Rows without a score come last.
  value: raw`coalesce(${scores.score}, -1)`,
  merged_at: raw`${pullRequests.mergedAt}`,
  size: raw`(${pullRequests.additions} + ${pullRequests.deletions})`,
}
const SORT_TYPE: Record<PullRequestSort, SQL> = {
  value: raw`real`,
  merged_at: raw`timestamptz`,
  size: raw`integer`,
}

const listed = {
  id: pullRequests.id,
  number: pullRequests.number,
  sha: pullRequests.sha,
  title: pullRequests.title,
  authorName: pullRequests.authorName,
  mergedAt: pullRequests.mergedAt,
  additions: pullRequests.additions,
  deletions: pullRequests.deletions,
  changedFiles: pullRequests.changedFiles,
  how: pullRequests.how,
  flags: pullRequests.flags,
  vanishedAt: pullRequests.vanishedAt,
  repositoryId: pullRequests.repositoryId,
  repository: repositories.name,
  kind: scores.kind,
  score: scores.score,
  low: scores.low,
  high: scores.high,
}

export type ListedPullRequest = Awaited<ReturnType<typeof listPullRequests>>[number]

/** Pull requests of a workspace that are still in their history, the greatest first by `sort`, behind `after`. */
export function listPullRequests(
  sql: Sql,
  workspace: string,
  filter: PullRequestFilter,
  { sort, after, limit }: { sort: PullRequestSort; after: PullRequestPosition | null; limit: number },
) {
  const key = SORT_KEY[sort]
  const conditions: (SQL | undefined)[] = [eq(pullRequests.workspace, workspace), isNull(pullRequests.vanishedAt)]
  if (filter.repositoryId) conditions.push(eq(pullRequests.repositoryId, filter.repositoryId))
  if (filter.author) conditions.push(raw`${pullRequests.authorName} IN ${namesOfPerson(workspace, filter.author)}`)
  if (filter.kind) conditions.push(eq(scores.kind, filter.kind))
  if (filter.from) conditions.push(gte(pullRequests.mergedAt, filter.from))
  if (filter.to) conditions.push(lt(pullRequests.mergedAt, filter.to))
  if (filter.q) conditions.push(ilike(pullRequests.title, containsPattern(filter.q)))
  if (after) {
    const value = raw`CAST(${after.value} AS ${SORT_TYPE[sort]})`
    conditions.push(or(raw`${key} < ${value}`, and(raw`${key} = ${value}`, lt(pullRequests.id, after.id))))
  }
  return sql.orm
    .select({ ...listed, position: raw<string>`(${key})::text` })
    .from(pullRequests)
    .innerJoin(repositories, eq(repositories.id, pullRequests.repositoryId))
    .leftJoin(scores, eq(scores.pullRequestId, pullRequests.id))
    .where(and(...conditions))
    .orderBy(desc(key), desc(pullRequests.id))
    .limit(limit)
}

export type FoundPullRequest = NonNullable<Awaited<ReturnType<typeof findPullRequest>>>

/** One pull request with its text, its parts and the reasons of its score. */
export async function findPullRequest(sql: Sql, workspace: string, id: string) {
  const rows = await sql.orm
    .select({
      ...listed,
      body: pullRequests.body,
      files: pullRequests.files,
      patchId: pullRequests.patchId,
      authorLogin: pullRequests.authorLogin,
      coAuthors: pullRequests.coAuthors,
      commitCount: pullRequests.commitCount,
      commits: pullRequests.commits,
      labels: pullRequests.labels,
      reviewCount: pullRequests.reviewCount,
      reviews: pullRequests.reviews,
      linkedIssues: pullRequests.linkedIssues,
      method: scores.method,
      kindProbability: scores.kindProbability,
      kindEvidence: scores.kindEvidence,
      effort: scores.effort,
      claims: scores.claims,
      breakdown: scores.breakdown,
      scoredAt: scores.scoredAt,
    })
    .from(pullRequests)
    .innerJoin(repositories, eq(repositories.id, pullRequests.repositoryId))
    .leftJoin(scores, eq(scores.pullRequestId, pullRequests.id))
    .where(and(eq(pullRequests.id, id), eq(pullRequests.workspace, workspace)))
    .limit(1)
  return rows.at(0)
}

/** How many of a repository's pull requests its source does not have any more. */
export const countVanished = (sql: Sql, repositoryId: string): Promise<number> =>
  sql.orm.$count(pullRequests, and(eq(pullRequests.repositoryId, repositoryId), isNotNull(pullRequests.vanishedAt)))
