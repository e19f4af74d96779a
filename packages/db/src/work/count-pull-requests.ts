import type { Sql } from '../database.ts'

export type CountFilter = {
  author?: string | undefined
  repositoryId?: string | undefined
  kind?: string | undefined
  /** Merged at or after. */
  from?: Date | undefined
  /** Merged before. */
  to?: Date | undefined
}

const GROUPS = {
  author: 'p.author_name',
  repository: 'r.name',
  kind: `coalesce(s.kind, 'not scored')`,
  month: `to_char(p.merged_at AT TIME ZONE 'UTC', 'YYYY-MM')`,
} as const

export type CountedPullRequests = {
  total: number
  /** In the order of their keys; none unless grouped. */
  groups: { key: string; count: number }[]
  /** What was asked of the database, and how it went about it. */
  sql: string
  parameters: (string | null)[]
  plan: string[]
}

/** Counts merged pull requests that are still in their history, and shows how. */
export async function countPullRequests(
  sql: Sql,
  workspace: string,
  { author, repositoryId, kind, from, to }: CountFilter,
  groupBy?: keyof typeof GROUPS,
): Promise<CountedPullRequests> {
  const conditions: [condition: (place: number) => string, value: string | undefined][] = [
    [(place) => `p.workspace = $${place}`, workspace],
    [(place) => `p.author_name = $${place}`, author],
    [(place) => `p.repository_id = $${place}::uuid`, repositoryId],
    [(place) => `s.kind = $${place}`, kind],
    [(place) => `p.merged_at >= $${place}::timestamptz`, from?.toISOString()],
    [(place) => `p.merged_at < $${place}::timestamptz`, to?.toISOString()],
  ]
  const given = conditions.filter(([, value]) => value !== undefined)
  const key = groupBy ? GROUPS[groupBy] : `'all'`
  const statement = [
    `SELECT ${key} AS key, count(*)::int AS count`,
    '  FROM pull_requests p JOIN repositories r ON r.id = p.repository_id LEFT JOIN scores s ON s.pull_request_id = p.id',
    ` WHERE ${[...given.map(([condition], at) => condition(at + 1)), 'p.vanished_at IS NULL'].join(' AND ')}`,
    ' GROUP BY 1 ORDER BY 1',
  ].join('\n')
  const parameters = given.map(([, value]) => value ?? null)
  const [rows, plan] = await Promise.all([
    sql.query<{ key: string; count: number }>(statement, parameters),
    sql.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`, parameters),
  ])
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    groups: groupBy ? rows : [],
    sql: statement,
    parameters,
    plan: plan.map((row) => row['QUERY PLAN']),
  }
}
