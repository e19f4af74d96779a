import type { Pool, Queries } from '../open-pool.ts'

const INDEX = 'word_postings_trigrams'

/** Indexes terms by their trigrams where pg_trgm can be had. @returns whether they are indexed. */
export async function indexTrigrams(sql: Queries): Promise<boolean> {
  const [row] = await sql.query(`SELECT FROM pg_available_extensions WHERE name = 'pg_trgm'`)
  if (!row) return false
  try {
    await sql.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    await sql.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${INDEX} ON word_postings USING gin (term gin_trgm_ops)`)
    return true
  } catch {
    // Who may not install it goes on without.
    return false
  }
}

export async function hasTrigrams(sql: Queries): Promise<boolean> {
  const rows = await sql.query('SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND indisvalid', [INDEX])
  return rows.length > 0
}

/** One slip in a word of five letters leaves this share of its trigrams and the other word's. */
const LEAST_SIMILARITY = 0.2
const MOST_LIKE = 500
const MOST_WITH_LETTER = 50_000

/**
 * Terms written much like one: by shared trigrams, or, without pg_trgm, those that begin with the same letter; with the
 * number of passages that hold them.
 */
export async function termsLike(
  db: Pool<Queries>,
  segmentIds: readonly string[],
  term: string,
  { byTrigrams }: { byTrigrams: boolean },
): Promise<Map<string, number>> {
  const select = (condition: string) =>
    `SELECT term, sum(frequency)::int AS frequency FROM word_postings
      WHERE segment_id = ANY ($1::bigint[]) AND length(term) BETWEEN $2 AND $3 AND ${condition} GROUP BY term`
  const values = [segmentIds, term.length - 2, term.length + 2]
  const rows = byTrigrams
    ? await db.transaction(async (tx) => {
        await tx.query(`SELECT set_config('pg_trgm.similarity_threshold', $1, true)`, [String(LEAST_SIMILARITY)])
        const like = `${select('term % $4')} ORDER BY similarity(term, $4) DESC LIMIT ${MOST_LIKE}`
        return tx.query<{ term: string; frequency: number }>(like, [...values, term])
      })
    : await db.query<{ term: string; frequency: number }>(
        `${select('term >= $4 AND term < $5')} LIMIT ${MOST_WITH_LETTER}`,
        [...values, term.slice(0, 1), String.fromCharCode(term.charCodeAt(0) + 1)],
      )
  return new Map(rows.map((row) => [row.term, row.frequency]))
}
