import {
  type Database,
  ensureWorkspace,
  loadPassages,
  loadWordPostings,
  loadWordSegments,
  openDatabase,
  replaceChunks,
} from '@assay/db'
import { buildWordSegment, termsOf } from '@assay/retrieval'
import { type TestDatabase, testDatabase } from '@assay/testkit'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { storeWordSegments } from './store-word-segments.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.url, poolSize: 2 })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const context = (workspace: string) => ({
  workspace,
  signal: new AbortController().signal,
  commit: <T>(work: (tx: never) => Promise<T>) => db.transaction((tx) => work(tx as never)),
})

const documentsOf = new Map<number, string>()
const WORDS = ['parser', 'queue', 'cache', 'token', 'retry']

/** Writes the passages of a document anew; none removes them. */
const write = async (workspace: string, number: number, texts: readonly string[]) => {
  const id = documentsOf.get(number) ?? crypto.randomUUID()
  documentsOf.set(number, id)
  await db.query(
    `INSERT INTO documents (id, workspace, name, version, content_hash, media_type, size_bytes, status)
     VALUES ($1, $2, $3, 1, $3, 'text/plain', 1, 'converted') ON CONFLICT DO NOTHING`,
    [id, workspace, `document ${number}`],
  )
  await replaceChunks(db, {
    workspace,
    documentIds: [id],
    chunks: texts.map((text, position) => ({
      documentId: id,
      position,
      start: 0,
      end: text.length,
      headings: [],
      text,
    })),
  })
}

/** Every passage's terms with their counts, as the segments tell them. */
const readIndex = async (workspace: string) => {
  const segments = await loadWordSegments(db, workspace)
  const terms = termsOf(`${WORDS.join(' ')} document`)
  const rows = await loadWordPostings(
    db,
    segments.map(({ id }) => id),
    terms,
  )
  const frequencies = Object.fromEntries(
    terms.map((term) => [term, rows.filter((row) => row.term === term).reduce((sum, row) => sum + row.frequency, 0)]),
  )
  return {
    ids: segments.flatMap(({ ids }) => [...ids]),
    lengths: segments.flatMap(({ lengths }) => [...lengths]),
    frequencies,
  }
}

const anyChange = fc.record({
  document: fc.nat(4),
  texts: fc.array(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    { maxLength: 3 },
  ),
})

test('after any changes the kept index says what one that is built from nothing says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyChange, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (rounds) => {
        const workspace = crypto.randomUUID()
        documentsOf.clear()
        await ensureWorkspace(db, { id: workspace, name: workspace })
        for (const changes of rounds) {
          for (const { document, texts } of changes) await write(workspace, document, texts)
          await storeWordSegments(db, context(workspace))
        }
        const kept = await readIndex(workspace)
        const fresh = buildWordSegment(await loadPassages(db, workspace))
        expect(kept.ids.map(String)).toEqual(fresh.ids)
        expect(kept.lengths).toEqual([...fresh.lengths])
        for (const { term, frequency } of fresh.terms) {
          if (term in kept.frequencies) expect([term, kept.frequencies[term]]).toEqual([term, frequency])
        }
        expect(await storeWordSegments(db, context(workspace))).toBe(0)
      },
    ),
    { numRuns: 12 },
  )
})
