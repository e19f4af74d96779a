import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createCatalog, defineJob } from '@assay/contracts'
import {
  countEndedByMinute,
  countWorkers,
  endOfSearch,
  type JobFilter,
  listJobs,
  listRecentCollections,
  listTopPullRequests,
  measureQueues,
  migrate,
  openDatabase,
  pausedQueues,
  treeTotals,
} from '@assay/db'
import { createTransport, startWorkerHost } from '@assay/queue'
import { createLogger } from '@assay/runtime'
import { trace } from '@opentelemetry/api'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { emptyBackends, openBackends } from '../backends.ts'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'

const HELP = `npm run bench -- ledger-size [--quick] [--json FILE]

A million jobs wait: what do they cost Redis, and how fast are a page of GET /jobs and GET /overview (their queries)?
TEST_DATABASE_URL and TEST_REDIS_URL name the backends; without, embedded ones are started. Redis is emptied.
`
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const jobs = values.quick ? 100_000 : 1_000_000
const PAGES = 300

const waiting = defineJob({
  kind: 'noop',
  title: 'Nothing',
  description: 'Waits.',
  queue: 'bench',
  priority: 'normal',
  payload: z.strictObject({}),
  result: z.object({}),
  retry: { attempts: 3, baseMs: 1_000, capMs: 10_000 },
  timeoutMs: 60_000,
})

const { backends, stop } = await openBackends()
const urls = await emptyBackends(backends)
await migrate(urls.database)
const db = openDatabase({ url: urls.database })
await db.query(
  `INSERT INTO jobs (id, workspace, kind, queue, payload, priority, state, max_attempts, root_id, created_at,
                     finished_at, error)
   SELECT id, 'bench', 'noop', 'bench', '{}', n % 4, CASE WHEN n % 100 = 0 THEN 'failed' ELSE 'queued' END, 3, id,
          to_timestamp((1700000000000 + n) / 1000.0), CASE WHEN n % 100 = 0 THEN now() END,
          CASE WHEN n % 100 = 0 THEN '{"code": "UNEXPECTED", "message": "broken", "retryable": true}'::jsonb END
     FROM (SELECT n, lpad(to_hex(1700000000000 + n), 12, '0')::text || '7000' || '8000' || lpad(to_hex(n), 12, '0') AS hex
             FROM generate_series(1, $1) AS n) AS numbered, LATERAL (SELECT hex::uuid AS id) AS made`,
  [jobs],
)
await db.query('VACUUM ANALYZE jobs')

const redis = new Redis(urls.redis)
const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1])
const logger = createLogger({ service: 'bench', level: 'warn' })
const transport = await createTransport({ redisUrl: urls.redis, databaseUrl: urls.database, prefix: 'bench', logger })
await db.query(`INSERT INTO queues (name, paused_at) VALUES ('bench', NULL)`)
const before = await memory()
// A worker whose only job blocks the one slot: the relay fills its window and everything else waits.
const host = await startWorkerHost({
  db,
  catalog: createCatalog([waiting]),
  transport,
  handlers: [{ contract: waiting, handle: () => new Promise(() => {}) }],
  concurrency: 1,
  workerName: 'bench',
  logger,
  tracer: trace.getTracer('bench'),
})
let enqueued = -1
for (let seen = -2; seen !== enqueued; ) {
  seen = enqueued
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const [row] = await db.query<{ n: number }>('SELECT count(*)::int AS n FROM jobs WHERE enqueued_at IS NOT NULL')
  enqueued = row?.n ?? 0
}
const bytesPerJob = ((await memory()) - before) / jobs

const timings: Record<string, number[]> = {}
const second = (n: number) => new Date(1_700_000_000_000 + n * 1_000)
const filters: Record<string, JobFilter> = {
  'no filter': {},
  'state=queued': { states: ['queued'] },
  'state=failed': { states: ['failed'] },
  'state=succeeded (none)': { states: ['succeeded'] },
  'kind=noop': { kind: 'noop' },
  'error=UNEXPECTED': { errorCode: 'UNEXPECTED' },
  'a second in the middle': { createdFrom: second(jobs / 2_000), createdTo: second(jobs / 2_000 + 1) },
  'q=broken': { text: 'broken' },
  'q=nothing (none of the 20,000 jobs that a page reads)': { text: 'nothing' },
}
for (const [name, filter] of Object.entries(filters)) {
  let before: string | null = null
  for (let page = 0; page < PAGES; page += 1) {
    const startedAt = performance.now()
    const downTo: string | null = filter.text ? await endOfSearch(db, 'bench', filter, before) : null
    const rows: { id: string }[] = await listJobs(db, 'bench', filter, { before, downTo, limit: 51 })
    await treeTotals(
      db,
      rows.slice(0, 50).map(({ id }) => id),
    )
    timings[name] = [...(timings[name] ?? []), performance.now() - startedAt]
    before = rows.at(-1)?.id ?? null
  }
}
const OVERVIEWS = 20
const overview = 'GET /overview'
for (let turn = 0; turn < OVERVIEWS; turn += 1) {
  const startedAt = performance.now()
  await Promise.all([
    countEndedByMinute(db, 'bench'),
    measureQueues(db, 'bench'),
    pausedQueues(db),
    countWorkers(db),
    listRecentCollections(db, 'bench', 5),
    listTopPullRequests(db, 'bench', 5),
  ])
  timings[overview] = [...(timings[overview] ?? []), performance.now() - startedAt]
}
const lines = Object.entries(timings).map(
  ([name, ms]) => `| ${name} | ${quantile(ms, 0.5).toFixed(1)} | ${quantile(ms, 0.99).toFixed(1)} |`,
)
const text = `${jobs.toLocaleString('en')} jobs in the ledger, 99 % of them waiting; ${enqueued} of these stand in Redis, the others wait in PostgreSQL.
Redis holds ${bytesPerJob.toFixed(1)} bytes per waiting job.

| a page of 50 jobs | p50 ms | p99 ms |
|---|---:|---:|
${lines.join('\n')}

${PAGES} pages each, from the newest on; ${OVERVIEWS} overviews. ${backends.versions}; Node ${process.versions.node}.`
process.stdout.write(`${text}\n`)
if (!values.quick) recordResults('ledger-size', text)
if (values.json) writeFileSync(values.json, JSON.stringify({ jobs, enqueued, bytesPerJob, timings }, null, 2))

redis.disconnect()
await host.stop({ graceMs: 0 })
await transport.close()
await db.close()
await stop()
process.exit(0)
