import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { emptyBackends, openBackends } from '../backends.ts'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { type Measure, measure } from './measure.ts'
import type { System } from './system.ts'

const HELP = `npm run bench -- spine [--quick] [--rounds N] [--json FILE]

The whole way of a job (submit, work, committed result) through Assay and its peers, taking turns on the same
PostgreSQL and the same Redis. TEST_DATABASE_URL and TEST_REDIS_URL name them; without, embedded ones are started.
Every round empties the Redis it is given.
`
const SYSTEMS = ['assay', 'graphile-worker', 'pg-boss', 'bullmq']

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
const size = values.quick ? { jobs: 3_000, idleJobs: 30, callers: 100 } : { jobs: 20_000, idleJobs: 100, callers: 200 }

const { backends, stop } = await openBackends()
const measures = new Map<string, Measure[]>()
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of SYSTEMS) {
      const { system }: { system: System } = await import(`./systems/${name}.ts`)
      const urls = await emptyBackends(backends)
      await system.prepare(urls)
      const result = await measure(name, urls, size)
      measures.set(system.label, [...(measures.get(system.label) ?? []), result])
      process.stderr.write(`round ${round}  ${system.label}: ${Math.round(result.jobsPerSecond)} jobs/s\n`)
    }
  }
} finally {
  await stop()
}

const median = (label: string, pick: (measure: Measure) => number) =>
  quantile((measures.get(label) ?? []).map(pick), 0.5)
const number = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits })
const rows = [...measures.keys()].map((label) => [
  label,
  number(median(label, (m) => m.submitsPerSecond)),
  number(median(label, (m) => m.jobsPerSecond)),
  `${number(
    median(label, (m) => m.idleMs.p50),
    1,
  )} / ${number(
    median(label, (m) => m.idleMs.p99),
    1,
  )}`,
  `${number(median(label, (m) => m.loadedMs.p50))} / ${number(median(label, (m) => m.loadedMs.p99))}`,
  number(
    median(label, (m) => m.statementsPerJob),
    2,
  ),
  number(
    median(label, (m) => m.redisCommandsPerJob),
    2,
  ),
  `${number(median(label, (m) => m.rssMb.submitter))} + ${number(median(label, (m) => m.rssMb.worker))}`,
])
const table = [
  '| system | submits/s | jobs/s end to end | idle ms p50 / p99 | loaded ms p50 / p99 | SQL statements/job | Redis calls/job | RSS MB submitter + worker |',
  '|---|---:|---:|---:|---:|---:|---:|---:|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n')
const how = `${rounds} round(s), ${number(size.jobs)} no-op jobs from ${size.callers} callers, worker concurrency 100, submitter and worker one process each; medians over rounds. Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, PostgreSQL and Redis: ${backends.versions}.`
process.stdout.write(`${table}\n\n${how}\n`)
if (!values.quick)
  recordResults(
    'spine',
    `${table}\n\n${how}\n\nLatency is from the call of submit to the committed result; loaded, that is mostly the wait behind all the other jobs.`,
  )
if (values.json)
  writeFileSync(values.json, JSON.stringify({ how, size, rounds, measures: Object.fromEntries(measures) }, null, 2))
process.exit(0)
