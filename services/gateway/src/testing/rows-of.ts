import type { Database } from '@assay/db'

type Table = { name: string; columns: string[] }

const tables = async (db: Database): Promise<Table[]> =>
  db.query<Table>(
    `SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
      WHERE table_schema = 'public' GROUP BY table_name ORDER BY table_name`,
  )

/** How to find what belongs to a workspace in a table that does not name it. */
const THROUGH: Record<string, string> = {
  pull_request_id: 'pull_request_id IN (SELECT id FROM pull_requests WHERE workspace = $1)',
  repository_id: 'repository_id IN (SELECT id FROM repositories WHERE workspace = $1)',
  document_id: 'document_id IN (SELECT id FROM documents WHERE workspace = $1)',
  job_id: 'job_id IN (SELECT id FROM jobs WHERE workspace = $1)',
}

/** Every row of every table that is a workspace's or nobody's, as text, by table. */
export async function textsOf(db: Database, workspace: string): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>()
  for (const { name, columns } of await tables(db)) {
    const through = Object.keys(THROUGH).find((column) => columns.includes(column))
    const condition = columns.includes('workspace') ? 'workspace = $1' : through ? THROUGH[through] : '$1 = $1'
    const rows = await db.query<{ text: string }>(
      `SELECT to_jsonb(row)::text AS text FROM "${name}" row WHERE ${condition} ORDER BY 1`,
      [workspace],
    )
    texts.set(
      name,
      rows.map(({ text }) => text),
    )
  }
  return texts
}

/** How many rows each table has that name one of these by that column. */
export async function countNaming(
  db: Database,
  column: 'repository_id' | 'pull_request_id',
  ids: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name, columns } of await tables(db)) {
    if (!columns.includes(column)) continue
    const rows = await db.query(`SELECT 1 FROM "${name}" WHERE "${column}" = ANY($1::uuid[])`, [ids])
    counts[name] = rows.length
  }
  return counts
}
