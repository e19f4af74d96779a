import { type Database, loadPassagesIn, nextWordRange, storeVectors, storeWordSegment } from '@assay/db'
import { buildWordSegment } from '@assay/retrieval'
import type { Synthetic } from './synthetic.ts'

export const WORKSPACE = 'bench'
export const MODEL = '00000000-0000-4000-8000-000000000001'

const PASSAGES_OF_DOCUMENT = 10
const AT_ONCE = 5_000
const SEGMENT = 50_000

/** Adds passages from number `from` up to `to`, ten to a document, with their vectors; ids are numbers plus one. */
export const addPassages = async (db: Database, corpus: Synthetic, from: number, to: number): Promise<void> => {
  for (let start = from; start < to; start += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, at) => start + at)
    await db.query(
      `INSERT INTO documents (id, workspace, name, version, content_hash, media_type, size_bytes, status)
       SELECT md5('d' || n)::uuid, $1, 'document ' || n, 1, md5('d' || n), 'text/plain', 1, 'converted'
         FROM generate_series($2::int, $3::int) AS n`,
      [
        WORKSPACE,
        start / PASSAGES_OF_DOCUMENT,
        start / PASSAGES_OF_DOCUMENT + numbers.length / PASSAGES_OF_DOCUMENT - 1,
      ],
    )
    await db.query(
      `INSERT INTO chunks (id, workspace, document_id, position, start, "end", text)
       OVERRIDING SYSTEM VALUE
       SELECT n + 1, $1, md5('d' || n / ${PASSAGES_OF_DOCUMENT})::uuid, n % ${PASSAGES_OF_DOCUMENT}, 0, length(text), text
         FROM unnest($2::int[], $3::text[]) AS given (n, text)`,
      [WORKSPACE, numbers, numbers.map(corpus.textOf)],
    )
    await storeVectors(
      db,
      MODEL,
      numbers.map((number) => ({ chunkId: String(number + 1), embedding: corpus.vectorOf(number) })),
    )
  }
}

/** Indexes the words of what was added since, as the job does. */
export const addSegments = async (db: Database): Promise<void> => {
  for (;;) {
    const range = await nextWordRange(db, WORKSPACE, SEGMENT)
    if (!range) return
    const segment = buildWordSegment(await loadPassagesIn(db, WORKSPACE, range))
    await db.transaction((tx) => storeWordSegment(tx, WORKSPACE, range, segment))
  }
}
