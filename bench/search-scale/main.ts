import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import {
  canIndexVectors,
  createVectorIndex,
  type Database,
  ensureWorkspace,
  migrate,
  nearestPassages,
  openDatabase,
} from '@assay/db'
import { cosines, createStoredSearch, neighbourRecall, openLsaEmbedder, trainPassageModel } from '@assay/retrieval'
import { openStoredIndex } from '../../services/gateway/src/search/open-stored-index.ts'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { addPassages, addSegments, MODEL, WORKSPACE } from './fill.ts'
import { type Synthetic, synthesise } from './synthetic.ts'

const HELP = `npm run bench -- search-scale [--sizes 10000,100000,1000000] [--dimensions 128] [--memory 2000]

Searches in large workspaces: exact and by HNSW (recall and time), words from stored postings, and both together. Needs
a PostgreSQL with pgvector 0.7 or later, named by DATABASE_URL; makes a database of its own there, and drops it at the end.
--memory is what building an index may take, in MB.
`
const ALL = '10000,100000,1000000'
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: ALL },
    dimensions: { type: 'string', default: '128' },
    memory: { type: 'string', default: '2000' },
    help: { type: 'boolean' },
  },
})
const { DATABASE_URL } = process.env
if (values.help || !DATABASE_URL) {
  process.stdout.write(HELP)
  if (!values.help) process.stdout.write('Skipped: there is no DATABASE_URL.\n')
  process.exit(0)
}

const QUERIES = 300
const BREADTHS = [100, 200, 400]
const K = 10
const NAME = 'assay_bench_search_scale'
/** Sizes that were measured apart stand apart. */
const section = values.sizes === ALL ? 'search-scale' : `search-scale --sizes ${values.sizes}`
const model = { id: MODEL, dimensions: Number(values.dimensions), measured: undefined }
const corpus = synthesise(model.dimensions)
const queries = Array.from({ length: QUERIES + 50 }, (_, at) => corpus.queryOf(at))

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const seconds = (value: number) => (value / 1_000).toFixed(0)
const count = (value: number) => value.toLocaleString('en')
const timed = async <T>(work: () => Promise<T> | T): Promise<readonly [number, T]> => {
  const began = performance.now()
  const value = await work()
  return [performance.now() - began, value]
}
/** The first fifty are only asked. */
const times = async (ask: (query: (typeof queries)[number]) => Promise<unknown> | unknown): Promise<string> => {
  const all: number[] = []
  for (const query of queries) all.push((await timed(() => ask(query)))[0])
  const measured = all.slice(50)
  return `${ms(quantile(measured, 0.5))} | ${ms(quantile(measured, 0.99))}`
}

const measureSize = async (db: Database, memory: { values: Float32Array; rows: number }, size: number) => {
  const say = (text: string) => process.stderr.write(`${new Date().toISOString()} ${count(size)}: ${text}\n`)
  const [added] = await timed(() => addPassages(db, corpus, memory.rows, size))
  for (let row = memory.rows; row < size; row += 1) memory.values.set(corpus.vectorOf(row), row * model.dimensions)
  memory.rows = size
  say(`passages and vectors stored in ${seconds(added)} s`)
  const [worded] = await timed(() => addSegments(db))
  say(`words indexed in ${seconds(worded)} s`)
  await db.query('VACUUM ANALYZE chunks, chunk_vectors, word_postings, word_segments, documents')
  const vectors = {
    rows: size,
    columns: model.dimensions,
    values: memory.values.subarray(0, size * model.dimensions),
  }
  const exactQueries = queries.slice(0, size > 300_000 ? 100 : queries.length)
  const exact: number[] = []
  for (const { vector } of exactQueries) exact.push((await timed(() => cosines(vectors, vector)))[0])
  say('scanned')
  const single = openDatabase({ url: databaseUrl, poolSize: 1 })
  const [built] = await timed(() => createVectorIndex(single, model, { memoryMb: Number(values.memory) }))
  await single.close()
  say(`vectors indexed in ${seconds(built)} s`)
  const rows = [
    `| ${count(size)} | exact, in memory | 1.000 | ${ms(quantile(exact, 0.5))} | ${ms(quantile(exact, 0.99))} | | |`,
  ]
  for (const breadth of BREADTHS) {
    const asked = await times(({ vector }) => nearestPassages(db, model, vector, { limit: K, breadth }))
    const found: number[][] = []
    for (const { vector } of exactQueries) {
      const nearest = await nearestPassages(db, model, vector, { limit: K, breadth })
      found.push(nearest.map(({ id }) => Number(id) - 1))
    }
    const { recall } = neighbourRecall({
      vectors,
      queries: {
        rows: exactQueries.length,
        columns: model.dimensions,
        values: Float32Array.from(exactQueries.flatMap(({ vector }) => [...vector])),
      },
      found,
      k: K,
    })
    rows.push(
      `| ${count(size)} | HNSW, ${breadth} looked at | ${recall.mean.toFixed(3)} | ${asked} | ${seconds(built)} | |`,
    )
    say(rows.at(-1) ?? '')
  }
  const index = await openStoredIndex(db, WORKSPACE, model)
  const { search } = createStoredSearch(index)
  const wordsOnly = await times(({ text }) => search({ query: text, limit: 10 }))
  rows.push(`| ${count(size)} | words alone, ten results | | ${wordsOnly} | | ${seconds(worded)} |`)
  const both = await times(({ text, vector }) => search({ query: text, vector, limit: 10 }))
  rows.push(`| ${count(size)} | words and meaning, ten results | | ${both} | ${seconds(built)} | ${seconds(worded)} |`)
  say(rows.slice(-2).join('\n'))
  const [{ size: bytes } = { size: '' }] = await db.query<{ size: string }>(
    `SELECT pg_size_pretty(pg_indexes_size('chunk_vectors')) || ' of indexes over vectors, ' ||
            pg_size_pretty(pg_total_relation_size('word_postings')) || ' of words' AS size`,
  )
  say(bytes)
  return { rows, note: `${count(size)}: ${bytes}` }
}

/** How long a query takes to become a vector of a trained model. */
const embeddingTimes = async (source: Synthetic): Promise<string> => {
  const passages = Array.from({ length: 5_000 }, (_, at) => ({
    id: String(at),
    sourceId: String(at),
    source: 'document' as const,
    title: '',
    headings: [],
    text: source.textOf(at),
    start: 0,
    facets: { repositoryId: null, author: null, kind: null, language: null, at: 0 },
  }))
  const embedder = openLsaEmbedder(trainPassageModel(passages, { dimensions: source.dimensions }).bytes)
  return times(({ text }) => embedder.embedQuery(text))
}

type Measured = Awaited<ReturnType<typeof measureSize>>

const describeResults = (parts: readonly Measured[], embedding: string): string =>
  `| passages | what | recall@10 | ms, median | ms, 99 in 100 | vectors indexed in s | words indexed in s |
|---:|---|---:|---:|---:|---:|---:|
${parts.flatMap(({ rows }) => rows).join('\n')}

A query becomes a vector of a trained model in (median | 99 in 100) ${embedding} ms.

${model.dimensions} dimensions; synthetic: three of 2,000 topics make a passage of 60 words and its direction, half as strong as which is
noise; queries are made likewise and are no passage's own. In the database: ${parts.map(({ note }) => note).join('; ')}.
Times are of one client beside the server, one query after another, with ${values.memory} MB for building; load of the
machine when it ended: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')} on ${cpus().length} cores.`

const url = new URL(DATABASE_URL)
const admin = openDatabase({ url: url.href, poolSize: 1 })
url.pathname = `/${NAME}`
const databaseUrl = url.href
await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
await admin.query(`CREATE DATABASE ${NAME}`)
try {
  await migrate(databaseUrl)
  const db = openDatabase({ url: databaseUrl, poolSize: 4 })
  await ensureWorkspace(db, { id: WORKSPACE, name: WORKSPACE })
  if (!(await canIndexVectors(db))) throw new Error('This PostgreSQL has no pgvector of 0.7 or later')
  await db.query(
    `INSERT INTO models (id, workspace, name, dimensions, passages, terms, hash, state, quality, bytes)
     VALUES ($1, $2, 'synthetic', $3, 0, 0, '', 'serving', '{}', '')`,
    [MODEL, WORKSPACE, model.dimensions],
  )
  const sizes = values.sizes.split(',').map(Number)
  const memory = { values: new Float32Array(Math.max(...sizes) * model.dimensions), rows: 0 }
  const parts: Measured[] = []
  const embedding = await embeddingTimes(corpus)
  for (const size of sizes) {
    // Built anew at every size, as a workspace that has grown past the threshold has it built.
    await db.query(`DROP INDEX IF EXISTS chunk_vectors_hnsw_${MODEL.replaceAll('-', '')}`)
    parts.push(await measureSize(db, memory, size))
    // The largest takes long, and what was measured before it is kept whatever becomes of it.
    recordResults(section, describeResults(parts, embedding))
  }
  await db.close()
  process.stdout.write(`${describeResults(parts, embedding)}\n`)
} finally {
  await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
  await admin.close()
}
