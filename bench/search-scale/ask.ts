import { nearestPassages } from '@assay/db'
import { cosines, createStoredSearch, neighbourRecall, openLsaEmbedder, trainPassageModel } from '@assay/retrieval'
import { openStoredIndex } from '../../services/gateway/src/search/open-stored-index.ts'
import { quantile } from '../quantile.ts'
import { MODEL, type ScaleDatabase, WORKSPACE } from './scale-database.ts'
import type { Synthetic } from './synthetic.ts'

const QUERIES = 300
/** These are only asked, and come before those that are measured. */
const WARM_UP = 50
const BREADTHS = [100, 200, 400]
const K = 10
/** Each reads all vectors. */
const EXACT_QUERIES = 100

/** What was asked, with how long it took and, of the nearest, how many of those that there are it found. */
export type Asked = {
  readonly what: string
  readonly recall?: number
  readonly medianMs: number
  readonly p99Ms: number
}

type Query = ReturnType<Synthetic['queryOf']>
type Ask = (query: Query) => Promise<unknown> | unknown

const timesOf = async (queries: readonly Query[], ask: Ask): Promise<Pick<Asked, 'medianMs' | 'p99Ms'>> => {
  const all: number[] = []
  for (const query of queries) {
    const began = performance.now()
    await ask(query)
    all.push(performance.now() - began)
  }
  const measured = all.slice(Math.min(WARM_UP, all.length >> 1))
  return { medianMs: quantile(measured, 0.5), p99Ms: quantile(measured, 0.99) }
}

/** Asks a filled database: for the nearest exactly and by the index, by words, and by both. */
export const ask = async (
  db: ScaleDatabase,
  corpus: Synthetic,
  { size, say }: { size: number; say: (text: string) => void },
): Promise<Asked[]> => {
  const queries = Array.from({ length: WARM_UP + QUERIES }, (_, at) => corpus.queryOf(at))
  const asked: Asked[] = []
  const note = (one: Asked) => {
    asked.push(one)
    say(`${one.what}: ${one.medianMs.toFixed(1)} / ${one.p99Ms.toFixed(1)} ms`)
  }
  await readOnce(db)
  const { search } = createStoredSearch(
    await openStoredIndex(db, WORKSPACE, { id: MODEL, dimensions: corpus.dimensions, measured: undefined }),
  )
  note({
    what: 'words alone, ten results',
    ...(await timesOf(queries, ({ text }) => search({ query: text, limit: 10 }))),
  })
  note({
    what: 'words and meaning, ten results',
    ...(await timesOf(queries, ({ text, vector }) => search({ query: text, vector, limit: 10 }))),
  })
  for (const one of await askNearest(db, corpus, { size, queries })) note(one)
  return asked
}

/** A server that is in use has its tables in memory; one whose database was just filled, or long left alone, has not. */
const readOnce = async (db: ScaleDatabase): Promise<void> => {
  await db.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm')
  await db.query(
    `SELECT pg_prewarm(oid::regclass, 'read') FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')`,
  )
}

const askNearest = async (
  db: ScaleDatabase,
  corpus: Synthetic,
  { size, queries }: { size: number; queries: readonly Query[] },
): Promise<Asked[]> => {
  const model = { id: MODEL, dimensions: corpus.dimensions }
  const vectors = allVectors(corpus, size)
  const few = queries.slice(0, EXACT_QUERIES)
  const exact = await timesOf(few, ({ vector }) => cosines(vectors, vector))
  const asked: Asked[] = [{ what: 'nearest, exact, in memory', recall: 1, ...exact }]
  for (const breadth of BREADTHS) {
    const nearest = ({ vector }: Query) => nearestPassages(db, model, vector, { limit: K, breadth })
    const times = await timesOf(queries, nearest)
    const found: number[][] = []
    for (const query of few) found.push((await nearest(query)).map(({ id }) => Number(id) - 1))
    const { recall } = neighbourRecall({
      vectors,
      queries: {
        rows: few.length,
        columns: corpus.dimensions,
        values: Float32Array.from(few.flatMap(({ vector }) => [...vector])),
      },
      found,
      k: K,
    })
    asked.push({ what: `nearest, HNSW, ${breadth} looked at`, recall: recall.mean, ...times })
  }
  return asked
}

const allVectors = (corpus: Synthetic, size: number) => {
  const values = new Float32Array(size * corpus.dimensions)
  for (let row = 0; row < size; row += 1) values.set(corpus.vectorOf(row), row * corpus.dimensions)
  return { rows: size, columns: corpus.dimensions, values }
}

/** How long a query takes to become a vector of a trained model. */
export const askEmbedder = async (corpus: Synthetic): Promise<Pick<Asked, 'medianMs' | 'p99Ms'>> => {
  const passages = Array.from({ length: 5_000 }, (_, at) => ({
    id: String(at),
    sourceId: String(at),
    source: 'document' as const,
    title: '',
    headings: [],
    text: corpus.textOf(at),
    start: 0,
    facets: { repositoryId: null, author: null, kind: null, language: null, at: 0 },
  }))
  const embedder = openLsaEmbedder(trainPassageModel(passages, { dimensions: corpus.dimensions }).bytes)
  const queries = Array.from({ length: WARM_UP + QUERIES }, (_, at) => corpus.queryOf(at))
  return timesOf(queries, ({ text }) => embedder.embedQuery(text))
}
