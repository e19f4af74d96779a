import { setImmediate as letOthersRun } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  createPassageSearch,
  type Passage,
  type PassageModel,
  type PassageSearch,
  trainPassageModel,
} from '@assay/retrieval'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { type Collection, readCollections } from '../retrieval/read-collections.ts'

const HELP = `npm run bench -- search --data FOLDER

How long a search takes inside a search thread, over as many passages as the gateway holds for a workspace. Every folder
in FOLDER has docs.jsonl.gz {id, title, text}, queries.jsonl {id, text} and qrels.tsv. Of fewer documents than
passages are wanted, each comes several times with its words in another order.
`
const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } })
if (values.help || values.data === undefined) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
/** What is in use once all garbage is gone. */
const heldMb = async (): Promise<number> => {
  // What arrays held is given back in later turns.
  for (let round = 0; round < 5; round += 1) {
    collectGarbage()
    await letOthersRun()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_048_576
}

const SIZES = [10_000, 50_000]
const QUERIES = 300

/** The documents as passages, over and over until there are enough. */
const passagesOf = ({ documents }: Collection, count: number): Passage[] =>
  Array.from({ length: count }, (_, at) => {
    const document = documents[at % documents.length]
    const words = (document?.text ?? '').split(' ')
    const turn = Math.floor(at / documents.length) * 7
    return {
      id: String(at),
      sourceId: String(at),
      source: 'document',
      title: document?.title ?? '',
      headings: [],
      text: [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)].join(' '),
      start: 0,
      facets: { repositoryId: null, author: null, kind: null, language: null, at: 0 },
    }
  })

const seconds = (ms: number) => (ms / 1_000).toFixed(1)

const load = (collection: Collection, count: number, model: PassageModel): [PassageSearch['search'], number] => {
  const passages = passagesOf(collection, count)
  const began = performance.now()
  const { search } = createPassageSearch(passages, { model: { bytes: model.bytes, measured: model.measured } })
  return [search, performance.now() - began]
}

const rowOf = async (collection: Collection, count: number): Promise<string> => {
  const began = performance.now()
  // Of many passages a sample teaches as much.
  const model = trainPassageModel(passagesOf(collection, Math.min(count, 20_000)))
  const trained = performance.now()
  const before = await heldMb()
  const [search, loadedMs] = load(collection, count, model)
  // As in a thread of the gateway, which keeps no rows.
  const held = (await heldMb()) - before
  const ask = (query: string) => {
    const asked = performance.now()
    search({ query, limit: 10 })
    return performance.now() - asked
  }
  const queries = Array.from(
    { length: QUERIES },
    (_, at) => collection.queries[at % collection.queries.length]?.text ?? '',
  )
  for (const query of queries.slice(0, 50)) ask(query)
  const times = queries.map(ask)
  const megabytes = Math.round(process.memoryUsage().rss / 1_048_576)
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)].map((time) => time.toFixed(1))
  return `| ${collection.name} | ${count.toLocaleString('en')} | ${p50} | ${p99} | ${seconds(trained - began)} | ${seconds(loadedMs)} | ${Math.round(held)} | ${megabytes} |`
}

const rows: string[] = []
for (const collection of readCollections(values.data))
  for (const count of SIZES) rows.push(await rowOf(collection, count))
const text = `| queries and texts of | passages | ms a search, median | 99 in 100 | trained in s | loaded in s | MB held | MB of the process |
|---|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

Ten results with corrections of words, near-duplicates left out; the request, the wait for the thread, the
rows that are shown and their highlights come on top. Held is what the index takes, without the rows it was built from. Passages beyond a collection's size are its documents with their words in another order.`
process.stdout.write(`${text}\n`)
recordResults('search', text)
