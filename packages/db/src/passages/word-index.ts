import type { Queries } from '../open-pool.ts'
import { fingerprintPassages, type PassageRange } from './passages.ts'

/** The words of a run of passages. See `buildWordSegment` for what is in the bytes. */
export type NewWordSegment = {
  readonly ids: readonly string[]
  readonly lengths: Uint32Array
  readonly terms: readonly {
    readonly term: string
    readonly frequency: number
    readonly postings: Uint8Array
    readonly blocks: Uint32Array
  }[]
}

/** Sent at once: a statement of some megabytes. */
const TERMS_AT_ONCE = 20_000

/** A run of passages that needs a segment, and the one that it takes the place of. */
export type WordRange = PassageRange & { readonly replaces: string | null }

/** Stores the words of a run of passages; of an empty one nothing remains. */
export async function storeWordSegment(
  tx: Queries,
  workspace: string,
  { upTo, replaces }: WordRange,
  segment: NewWordSegment,
): Promise<void> {
  await tx.query('DELETE FROM word_segments WHERE id = $1', [replaces])
  if (segment.ids.length === 0) return
  const ids = BigInt64Array.from(segment.ids, BigInt)
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO word_segments (workspace, passages, last_chunk_id, chunk_ids, lengths)
     VALUES ($1, $2, $3, $4, $5) RETURNING id::text`,
    [workspace, ids.length, upTo, bytesOf(ids), bytesOf(segment.lengths)],
  )
  for (let from = 0; from < segment.terms.length; from += TERMS_AT_ONCE) {
    const some = segment.terms.slice(from, from + TERMS_AT_ONCE)
    const postings = some.map((term) => term.postings)
    const blocks = some.map((term) => bytesOf(term.blocks))
    // All bytes are sent in one piece, to be cut there: many pieces would be written out in digits.
    await tx.query(
      `INSERT INTO word_postings (segment_id, term, frequency, postings, blocks)
       SELECT $1, term, frequency, substr($4::bytea, after + 1, bytes), substr($6::bytea, blocks_after + 1, block_bytes)
         FROM (SELECT *, coalesce(sum(bytes) OVER earlier, 0)::int AS after,
                      coalesce(sum(block_bytes) OVER earlier, 0)::int AS blocks_after
                 FROM unnest($2::text[], $3::int[], $5::int[], $7::int[]) WITH ORDINALITY
                      AS given (term, frequency, bytes, block_bytes, place)
               WINDOW earlier AS (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS cut`,
      [
        row?.id,
        some.map(({ term }) => term),
        some.map(({ frequency }) => frequency),
        Buffer.concat(postings),
        postings.map(({ length }) => length),
        Buffer.concat(blocks),
        blocks.map(({ length }) => length),
      ],
    )
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: BigInt64Array | Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

/** The next run of passages behind all segments, of `size` at most; null where there is none. */
export async function nextWordRange(sql: Queries, workspace: string, size: number): Promise<WordRange | null> {
  const [row] = await sql.query<{ after: string; upTo: string | null }>(
    `WITH held AS (SELECT coalesce(max(last_chunk_id), 0) AS after FROM word_segments WHERE workspace = $1)
     SELECT after::text, (SELECT max(id)::text FROM (
              SELECT id FROM chunks WHERE workspace = $1 AND id > after ORDER BY id LIMIT $2) AS next) AS "upTo"
       FROM held`,
    [workspace, size],
  )
  return row?.upTo ? { after: row.after, upTo: row.upTo, replaces: null } : null
}

export type StoredWordSegment = { id: string; upTo: string; ids: Float64Array; lengths: Uint32Array }

/** The segments of a workspace, the earliest passages first. */
export async function loadWordSegments(sql: Queries, workspace: string): Promise<StoredWordSegment[]> {
  const rows = await sql.query<{ id: string; upTo: string; chunkIds: Buffer; lengths: Buffer }>(
    `SELECT id::text, last_chunk_id::text AS "upTo", chunk_ids AS "chunkIds", lengths FROM word_segments WHERE workspace = $1 ORDER BY last_chunk_id`,
    [workspace],
  )
  return rows.map(({ id, upTo, chunkIds, lengths }) => ({
    id,
    upTo,
    ids: Float64Array.from(new BigInt64Array(aligned(chunkIds)), Number),
    lengths: new Uint32Array(aligned(lengths)),
  }))
}

/** What comes from the wire begins anywhere in a larger buffer. */
const aligned = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer =>
  new Uint8Array(buffer, byteOffset, byteLength).slice().buffer

export type StoredWordPostings = {
  segmentId: string
  term: string
  frequency: number
  postings: Uint8Array
  blocks: Uint32Array
}

export async function loadWordPostings(
  sql: Queries,
  segmentIds: readonly string[],
  terms: readonly string[],
): Promise<StoredWordPostings[]> {
  const rows = await sql.query<Omit<StoredWordPostings, 'blocks'> & { blocks: Buffer }>(
    `SELECT segment_id::text AS "segmentId", term, frequency, postings, blocks FROM word_postings
      WHERE segment_id = ANY ($1::bigint[]) AND term = ANY ($2::text[])`,
    [segmentIds, terms],
  )
  return rows.map((row) => ({ ...row, blocks: new Uint32Array(aligned(row.blocks)) }))
}

/** The terms of a segment that stand in several of its passages, and in how many. */
export async function loadFrequencies(sql: Queries, segmentId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ term: string; frequency: number }>(
    'SELECT term, frequency FROM word_postings WHERE segment_id = $1 AND frequency > 1',
    [segmentId],
  )
  return new Map(rows.map(({ term, frequency }) => [term, frequency]))
}

/**
 * Runs whose segments no longer hold exactly the passages that can be found there: some were removed, or committed after
 * later ones. Built anew, the index is what it would be if it were built from nothing.
 */
export async function staleWordRanges(sql: Queries, workspace: string): Promise<WordRange[]> {
  const segments = await loadWordSegments(sql, workspace)
  if (segments.length === 0) return []
  const prints = await fingerprintPassages(
    sql,
    workspace,
    segments.map(({ upTo }) => upTo),
  )
  const byRange = new Map(prints.map((print) => [print.range, print]))
  return segments.flatMap(({ id, upTo, ids }, at) => {
    const found = byRange.get(at)
    const sum = String(ids.reduce((total, one) => total + BigInt(one), 0n))
    if (found?.passages === ids.length && found.sum === sum) return []
    return [{ after: segments[at - 1]?.upTo ?? '0', upTo, replaces: id }]
  })
}

/** Whether words of passages that were removed stand in the index of a workspace, and no job waits that builds it anew. */
export async function hasWordsToRemove(tx: Queries, workspace: string): Promise<boolean> {
  const [row] = await tx.query<{ needed: boolean }>(
    `SELECT EXISTS (SELECT FROM word_segments WHERE workspace = $1)
            AND NOT EXISTS (SELECT FROM jobs WHERE workspace = $1 AND kind = 'embed' AND state IN ('scheduled', 'queued')) AS needed`,
    [workspace],
  )
  return row?.needed ?? false
}

export const dropWordSegments = (tx: Queries, workspace: string) =>
  tx.query('DELETE FROM word_segments WHERE workspace = $1', [workspace])

/** Tells one state of a workspace's word index and serving model from another. */
export async function readWordIndexState(sql: Queries, workspace: string): Promise<string> {
  const [row] = await sql.query<{ state: string }>(
    `SELECT concat_ws(':', (SELECT string_agg(id::text, ',' ORDER BY id) FROM word_segments WHERE workspace = $1),
                           (SELECT id FROM models WHERE workspace = $1 AND state = 'serving')) AS state`,
    [workspace],
  )
  return row?.state ?? ''
}
