import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Database } from '@assay/db'
import { recordResults } from '../record-results.ts'
import { type Asked, ask, askEmbedder } from './ask.ts'
import { type Filled, fill } from './fill.ts'
import { dropScaleDatabase, openScaleDatabase } from './scale-database.ts'
import { synthesise } from './synthetic.ts'

const HELP = `npm run bench -- search-scale [--sizes 10000,100000,1000000] [--only fill|ask|drop] [--dimensions 128] [--memory 2000]

Searches in large workspaces: exact and by HNSW (recall and time), words from stored postings, and both together. Needs
a PostgreSQL with pgvector 0.7 or later, named by DATABASE_URL; makes a database for each size there, and drops it at the end.
--only fill leaves the databases there, so that --only ask can measure them when the machine is quiet, as often as wanted;
--only drop removes them. --memory is what building an index may take, in MB.
`
const ALL = '10000,100000,1000000'
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: ALL },
    only: { type: 'string' },
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

const sizes = values.sizes.split(',').map(Number)
const dimensions = Number(values.dimensions)
const memoryMb = Number(values.memory)
const corpus = synthesise(dimensions)
/** Sizes that were measured apart stand apart. */
const section = values.sizes === ALL ? 'search-scale' : `search-scale --sizes ${values.sizes}`
const does = (phase: 'fill' | 'ask' | 'drop') => values.only === undefined || values.only === phase

type Measured = {
  readonly size: number
  readonly filled: Filled
  readonly asked: readonly Asked[]
  readonly room: string
  readonly sharedBuffers: string
}

const measureSize = async (size: number): Promise<Measured> => {
  const say = (text: string) => process.stderr.write(`${new Date().toISOString()} ${count(size)}: ${text}\n`)
  const db = await openScaleDatabase(DATABASE_URL, size, { dimensions })
  try {
    const filled = await fill(db, corpus, { size, memoryMb, say })
    return { size, filled, asked: does('ask') ? await ask(db, corpus, { size, say }) : [], ...(await roomOf(db)) }
  } finally {
    await db.close()
  }
}

const roomOf = async (db: Database): Promise<Pick<Measured, 'room' | 'sharedBuffers'>> => {
  const [row] = await db.query<Pick<Measured, 'room' | 'sharedBuffers'>>(
    `SELECT pg_size_pretty(pg_indexes_size('chunk_vectors')) || ' of indexes over vectors, ' ||
            pg_size_pretty(pg_total_relation_size('word_postings')) || ' of words' AS room,
            current_setting('shared_buffers') AS "sharedBuffers"`,
  )
  return row ?? { room: '', sharedBuffers: '' }
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const count = (value: number) => value.toLocaleString('en')

const describeResults = (parts: readonly Measured[], embedding: Pick<Asked, 'medianMs' | 'p99Ms'>): string =>
  `| passages | what | recall@10 | ms, median | ms, 99 in 100 |
|---:|---|---:|---:|---:|
${parts
  .flatMap(({ size, asked }) =>
    asked.map(
      ({ what, recall, medianMs, p99Ms }) =>
        `| ${count(size)} | ${what} | ${recall?.toFixed(3) ?? ''} | ${ms(medianMs)} | ${ms(p99Ms)} |`,
    ),
  )
  .join('\n')}

| passages | stored in s | vectors indexed in s | words indexed in s | room in the database |
|---:|---:|---:|---:|---|
${parts
  .map(
    ({ size, filled, room }) =>
      `| ${count(size)} | ${filled.passages.toFixed(0)} | ${filled.vectors.toFixed(0)} | ${filled.words.toFixed(0)} | ${room} |`,
  )
  .join('\n')}

A query becomes a vector of a trained model in ${ms(embedding.medianMs)} ms (median), ${ms(embedding.p99Ms)} ms (99 in 100).

${dimensions} dimensions; synthetic: three of 2,000 topics make a passage of 60 words and its direction, half as strong as which is
noise; queries are made likewise and are no passage's own. Times are of one client beside the server, one query after another; the
server holds ${parts.at(-1)?.sharedBuffers} itself (shared_buffers), and had ${memoryMb} MB for building; load of the machine when it ended: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')} on ${cpus().length} cores.`

if (does('fill') || does('ask')) {
  const embedding = does('ask') ? await askEmbedder(corpus) : { medianMs: 0, p99Ms: 0 }
  const parts: Measured[] = []
  for (const size of sizes) {
    parts.push(await measureSize(size))
    // The largest takes long, and what was measured before it is kept whatever becomes of it.
    if (does('ask')) recordResults(section, describeResults(parts, embedding))
  }
  if (does('ask')) process.stdout.write(`${describeResults(parts, embedding)}\n`)
}
if (does('drop')) for (const size of sizes) await dropScaleDatabase(DATABASE_URL, size)
