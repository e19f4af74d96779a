import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildHistory } from '../collect/build-history.ts'
import { recordResults } from '../record-results.ts'
import { type EmbeddedStack, startEmbeddedStack } from './embedded-stack.ts'
import { type IndexedLoad, indexDocuments, indexPullRequests } from './loads.ts'
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

/** A stack of its own for each load, so that none searches what another has stored. */
async function onFreshStack(load: (stack: EmbeddedStack) => Promise<IndexedLoad>): Promise<IndexedLoad> {
  const stack = await startEmbeddedStack()
  try {
    return await load(stack)
  } finally {
    await stack.stop()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'assay-bench-indexing-'))
try {
  const loads: IndexedLoad[] = []
  for (const format of ['Markdown', 'HTML', 'DOCX', 'PDF'] as const) {
    const files = await madeDocuments(format, DOCUMENTS)
    loads.push(
      await onFreshStack((stack) =>
        indexDocuments(stack, `${DOCUMENTS.toLocaleString('en')} documents, ${format}`, files),
      ),
    )
  }
  const clone = join(folder, 'made')
  await buildHistory(clone, PULL_REQUESTS, pullRequestBody)
  const name = `${PULL_REQUESTS.toLocaleString('en')} pull requests of a git clone`
  loads.push(await onFreshStack((stack) => indexPullRequests(stack, name, clone)))

  const rows = loads.map((load) => {
    const perSecond = load.passages / load.searchableSeconds
    const cells = [load.passages.toLocaleString('en'), load.storedSeconds.toFixed(1), load.searchableSeconds.toFixed(1)]
    return `| ${[load.name, ...cells, Math.round(load.passages / load.storedSeconds), Math.round(perSecond), perSecond >= WANTED ? 'yes' : 'NO'].join(' | ')} |`
  })
  const text = `| load | passages | s until stored | s until searchable | passages/s stored | passages/s searchable | ≥ ${WANTED} |
|---|---:|---:|---:|---:|---:|---|
${rows.join('\n')}

From the first request on, over HTTP, with the gateway, the collector, the indexer and the scorer on ${cpus().length} cores; models of
meaning are trained meanwhile. Stored: every job but training has succeeded. Searchable: a search answers over all of them.`
  process.stdout.write(`${text}\n`)
  if (values.json) await writeFile(values.json, JSON.stringify(loads, null, 2))
  if (!values.quick) recordResults('indexing', text)
} finally {
  await rm(folder, { recursive: true, force: true })
}
