import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildHistory } from '../collect/build-history.ts'
import { type EmbeddedStack, startEmbeddedStack } from '../embedded-stack.ts'
import { recordResults } from '../record-results.ts'
import { type IndexedLoad, indexDocuments, indexPullRequests, type MadeFile, warmUp } from './loads.ts'
import { madeDocuments, pullRequestBody } from './made-work.ts'

const HELP = `npm run bench -- indexing [--quick] [--json FILE]

How many passages a second become searchable on the embedded stack, all of its services running: documents from
POST /documents on, through conversion, cutting and embedding; pull requests from the job that collects a git clone on.
`
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const WANTED = 500
const DOCUMENTS = values.quick ? 100 : 400
const PULL_REQUESTS = values.quick ? 500 : 4_000

const folder = await mkdtemp(join(tmpdir(), 'assay-bench-indexing-'))
const small = join(folder, 'small')

/** A stack of its own for each load, so that none searches what another has stored. */
async function onFreshStack(
  first: MadeFile,
  load: (stack: EmbeddedStack) => Promise<IndexedLoad>,
): Promise<IndexedLoad> {
  const stack = await startEmbeddedStack()
  try {
    await warmUp(stack, first, small)
    return await load(stack)
  } finally {
    await stack.stop()
  }
}

try {
  await buildHistory(small, 10)
  const loads: IndexedLoad[] = []
  for (const format of ['Markdown', 'HTML', 'DOCX', 'PDF'] as const) {
    const [first, ...files] = await madeDocuments(format, DOCUMENTS + 1)
    if (!first) throw new Error('No document was made')
    const name = `${DOCUMENTS.toLocaleString('en')} documents, ${format}`
    loads.push(await onFreshStack(first, (stack) => indexDocuments(stack, name, files)))
  }
  const clone = join(folder, 'made')
  await buildHistory(clone, PULL_REQUESTS, pullRequestBody)
  const name = `${PULL_REQUESTS.toLocaleString('en')} pull requests of a git clone`
  const [first] = await madeDocuments('Markdown', 1)
  if (first) loads.push(await onFreshStack(first, (stack) => indexPullRequests(stack, name, clone)))

  const rows = loads.map((load) => {
    const perSecond = load.passages / load.searchableSeconds
    const cells = [load.passages.toLocaleString('en'), load.storedSeconds.toFixed(1), load.searchableSeconds.toFixed(1)]
    return `| ${[load.name, ...cells, Math.round(load.passages / load.storedSeconds), Math.round(perSecond), perSecond >= WANTED ? 'yes' : 'NO'].join(' | ')} |`
  })
  const text = `| load | passages | s until stored | s until searchable | passages/s stored | passages/s searchable | ≥ ${WANTED} |
|---|---:|---:|---:|---:|---:|---|
${rows.join('\n')}

From the first request on, over HTTP, with the gateway, the collector, the indexer and the scorer on ${cpus().length} cores; models of
meaning are trained meanwhile; after one document and a few pull requests to warm up. Stored: every job but training has succeeded. Searchable: a search answers over all of them.`
  process.stdout.write(`${text}\n`)
  if (values.json) await writeFile(values.json, JSON.stringify(loads, null, 2))
  if (!values.quick) recordResults('indexing', text)
} finally {
  await rm(folder, { recursive: true, force: true })
}
