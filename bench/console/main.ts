import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { buildConsole } from '../../scripts/start/console.ts'
import { buildHistory } from '../collect/build-history.ts'
import { type EmbeddedStack, startEmbeddedStack, until } from '../embedded-stack.ts'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import {
  firstPaint,
  framesWhileScrolling,
  groupOpened,
  manySpawned,
  spansDrawn,
  spawnedShown,
  statusVisible,
  typedUntilShown,
} from './measure.ts'

const HELP = `npm run bench -- console [--quick]

How fast the console is, in headless Chromium over loopback on the embedded stack: first paint, bytes of script, a key
until its effect is painted, frames while 10,000 rows scroll, a change of a job until it is seen, a job that
spawned thousands, 5,000 spans.
ASSAY_CHROMIUM names the browser (default: /usr/bin/chromium).
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const ROUNDS = values.quick ? 2 : 10
const ROWS = values.quick ? 2_000 : 10_000
const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
const spread = (measured: readonly number[]) => `${ms(quantile(measured, 0.5))} | ${ms(quantile(measured, 0.95))}`

async function signedIn(stack: EmbeddedStack, page: Page): Promise<void> {
  const { path } = await stack.call<{ path: string }>('POST', '/sign-in-links')
  await page.goto(stack.url + path)
  await page.waitForURL(`${stack.url}/console/`)
}

async function collect(stack: EmbeddedStack, folder: string): Promise<void> {
  await buildHistory(folder, ROWS)
  const { id } = await stack.call<{ id: string }>('POST', '/jobs', { kind: 'collect', payload: { source: folder } })
  type Job = { state: string; tree: { queued: number; running: number } }
  await until(async () => {
    const { state, tree } = await stack.call<Job>('GET', `/jobs/${id}`)
    return state === 'succeeded' && tree.queued + tree.running === 0
  }, 600_000)
}

async function repeat(measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) measured.push(await measure())
  return measured
}

buildConsole((text) => process.stderr.write(`${text}\n`))
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-console-'))
const stack = await startEmbeddedStack()
const browser = await chromium.launch({
  executablePath: process.env.ASSAY_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  await collect(stack, join(folder, 'made'))
  const paints: number[] = []
  let scriptBytes = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signedIn(stack, page)
    const paint = await firstPaint(page, `${stack.url}/console/`)
    paints.push(paint.ms)
    scriptBytes = paint.scriptBytes
    await context.close()
  }
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await signedIn(stack, page)
  const keys = await repeat(() => typedUntilShown(page, stack.url))
  const frames = await framesWhileScrolling(page, `${stack.url}/console/pull-requests`, ROWS)
  const statuses = await repeat(() => statusVisible(page, stack))
  const spans = await repeat(() => spansDrawn(page, stack.url))
  const spawner = await manySpawned(stack, ROWS)
  const opened: number[] = []
  const shown = await repeat(async () => {
    const tookMs = await spawnedShown(page, stack, spawner)
    opened.push(await groupOpened(page))
    return tookMs
  })
  const text = `| what | p50 | p95 | wanted |
|---|---:|---:|---:|
| first contentful paint of the overview, nothing in the browser's cache, ms | ${spread(paints)} | 1,000 |
| script loaded until then, kB gzip | ${(scriptBytes / 1_000).toFixed(0)} | | 200 |
| a key until its effect is painted, ms | ${spread(keys)} | 100 |
| a frame while ${ROWS.toLocaleString('en')} rows scroll, ms | ${spread(frames)} | 16.7 |
| a job submitted elsewhere until the list of jobs tells of it, ms | ${spread(statuses)} | 1,000 |
| the page of a job that spawned ${ROWS.toLocaleString('en')} others, from opening it until they are shown, ms | ${spread(shown)} | 1,000 |
| a group of them, from opening it until the first 25 jobs are shown, ms | ${spread(opened)} | 1,000 |
| 5,000 spans, from opening the trace until they are painted, ms | ${spread(spans)} | 1,000 |

Headless Chromium without a GPU, which paints on the processor, beside everything else on ${cpus().length} cores.`
  process.stdout.write(`${text}\n`)
  if (!values.quick) recordResults('console', text)
} finally {
  await browser.close()
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
}
