import {
  createVectorIndex,
  type Database,
  loadPassagesIn,
  nextWordRange,
  openDatabase,
  storeVectors,
  storeWordSegment,
} from '@assay/db'
import { buildWordSegment } from '@assay/retrieval'
import { MODEL, type ScaleDatabase, stepOnce, WORKSPACE } from './scale-database.ts'
import type { Synthetic } from './synthetic.ts'

const PASSAGES_OF_DOCUMENT = 10
const AT_ONCE = 10_000
const SEGMENT = 50_000

/** How long each step of filling took, in seconds. */
export type Filled = { readonly passages: number; readonly vectors: number; readonly words: number }

/** Fills a database with passages and both indexes; steps that were done before are left alone. */
export const fill = async (
  db: ScaleDatabase,
  corpus: Synthetic,
  { size, memoryMb, say }: { size: number; memoryMb: number; say: (text: string) => void },
): Promise<Filled> => {
  const step = async (name: keyof Filled, work: () => Promise<unknown>) => {
    const seconds = await stepOnce(db, name, work)
    say(`${name}: ${seconds.toFixed(0)} s`)
    return seconds
  }
  const passages = await step('passages', async () => {
    // What an interrupted run left behind.
    await db.query('TRUNCATE documents, chunks, chunk_vectors CASCADE')
    for (let from = 0; from < size; from += AT_ONCE) await addPassages(db, corpus, from, Math.min(size, from + AT_ONCE))
    await db.query('VACUUM ANALYZE chunks, chunk_vectors, documents')
  })
  const vectors = await step('vectors', async () => {
    const single = openDatabase({ url: db.url, poolSize: 1 })
    await createVectorIndex(single, { id: MODEL, dimensions: corpus.dimensions }, { memoryMb })
    await single.close()
  })
  const words = await step('words', async () => {
    await db.query('DELETE FROM word_segments')
    await addSegments(db)
    await db.query('VACUUM ANALYZE word_postings, word_segments')
  })
  return { passages, vectors, words }
}

/** Adds passages from number `from` up to `to`, ten to a document, with their vectors; ids are numbers plus one. */
const addPassages = async (db: Database, corpus: Synthetic, from: number, to: number): Promise<void> => {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at)
  await db.query(
    `INSERT INTO documents (id, workspace, name, version, content_hash, media_type, size_bytes, status)
     SELECT md5('d' || n)::uuid, $1, 'document ' || n, 1, md5('d' || n), 'text/plain', 1, 'converted'
       FROM generate_series($2::int, $3::int) AS n`,
    [WORKSPACE, from / PASSAGES_OF_DOCUMENT, to / PASSAGES_OF_DOCUMENT - 1],
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

/** Indexes words, as the job does. */
const addSegments = async (db: Database): Promise<void> => {
  for (;;) {
    const range = await nextWordRange(db, WORKSPACE, SEGMENT)
    if (!range) return
    const segment = buildWordSegment(await loadPassagesIn(db, WORKSPACE, range))
    await db.transaction((tx) => storeWordSegment(tx, WORKSPACE, range, segment))
  }
}
