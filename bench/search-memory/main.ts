import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { listJobs } from '@assay/db'
import { type EmbeddedStack, startEmbeddedStack, until, WORKSPACE } from '../embedded-stack.ts'
import { recordResults } from '../record-results.ts'
import { forgetPeak, readMemory } from './process-memory.ts'
import { storePassages } from './store-passages.ts'

const HELP = `npm run bench -- search-memory [--quick]

What the gateway's process holds in memory before it is asked anything, and over a workspace of 12,500 and 50,000 passages
with a trained model: while the index is built, and afterwards. On Linux, on the embedded stack.
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const SIZES = values.quick ? [2_500, 5_000] : [12_500, 50_000]
const WITHIN_MS = 240_000
/** After a search nothing happens for so long, and what is garbage may be given back. */
const REST_MS = 5_000

const pidOf = ({ gatewayPid }: EmbeddedStack): number => {
  const pid = gatewayPid()
  if (pid === undefined) throw new Error('The gateway does not run')
  return pid
}

async function train({ db, call }: EmbeddedStack): Promise<void> {
  await call('POST', '/jobs', { kind: 'train', payload: {} })
  await until(async () => {
    const [job] = await listJobs(db, WORKSPACE, { kind: 'train' }, { before: null, limit: 1 })
    if (job?.state === 'failed') throw new Error(`Training failed: ${JSON.stringify(job.error)}`)
    return job?.state === 'succeeded'
  }, WITHIN_MS)
}

/** Asks until the newest state answers. @returns how long that took. s */
async function searchAll({ call }: EmbeddedStack, passages: number): Promise<number> {
  const began = performance.now()
  await until(async () => {
    const found = await call<{ passages: number; stale: boolean }>('POST', '/search', {
      query: 'budget of the release',
    })
    return found.passages === passages && !found.stale
  }, WITHIN_MS)
  return (performance.now() - began) / 1_000
}

async function measure(stack: EmbeddedStack, from: number, to: number): Promise<string> {
  await storePassages(stack.db, from, to)
  await train(stack)
  await forgetPeak(pidOf(stack))
  const seconds = await searchAll(stack, to)
  await wait(REST_MS)
  const { nowMb, peakMb } = await readMemory(pidOf(stack))
  return `| ${[to.toLocaleString('en'), seconds.toFixed(1), Math.round(peakMb), Math.round(nowMb)].join(' | ')} |`
}

const stack = await startEmbeddedStack()
try {
  await wait(REST_MS)
  const { nowMb } = await readMemory(pidOf(stack))
  const rows = [`| 0 | | | ${Math.round(nowMb)} |`]
  let from = 0
  for (const to of SIZES) {
    rows.push(await measure(stack, from, to))
    from = to
  }
  const text = `| passages | s until all are found | MB at most meanwhile | MB afterwards |
|---:|---:|---:|---:|
${rows.join('\n')}

Resident memory of the gateway's whole process, as Linux counts it, with the state before still held while the next one is built;
one workspace, a model of 256 dimensions, afterwards: ${REST_MS / 1_000} s later.`
  process.stdout.write(`${text}\n`)
  if (!values.quick) recordResults('search-memory', text)
} finally {
  await stack.stop()
}
