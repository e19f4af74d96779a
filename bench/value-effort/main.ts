import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openGitSource } from '@assay/sources'
import { type EffortModel, logHours, weighLines } from '@assay/value/training'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { activeHours } from './active-hours.ts'
import { conformalModel, type EffortRow } from './fit.ts'

const HELP = `npm run bench -- value-effort [--quick] [--write] CLONE CLONE [CLONE …]

Fits hours of work to authored lines, and tells how often the intervals hold in a repository that was left out. Nobody
publishes hours, so the truth is the active time between the commits of merged branches with two commits or more.
--write puts the model into packages/value.
`
const { values, positionals: clones } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help || clones.length < 2) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

const rowsOf = async (clone: string): Promise<EffortRow[]> => {
  const source = await openGitSource({
    location: clone,
    cacheDirectory: join(tmpdir(), 'assay-bench-clones'),
    allowLocal: true,
    allowPrivate: true,
    environment: {},
    signal: new AbortController().signal,
  })
  const repository = basename(clone.replace(/\/(?:repo|\.git)\/?$/, ''))
  const rows: EffortRow[] = []
  try {
    for await (const page of source.pullRequests({ after: null })) {
      for (const { commits, files, additions, deletions } of page.pullRequests) {
        const lines = weighLines({ title: '', files, additions, deletions })
        if (commits.length < 2 || !lines || lines.weighed === 0) continue
        const hours = activeHours(commits.map(({ authoredAt }) => Date.parse(authoredAt)))
        rows.push({ repository, ...lines, lines: additions + deletions, logHours: Math.log(hours) })
      }
    }
  } finally {
    await source.close()
  }
  return rows
}

const rows = (await Promise.all(clones.map(rowsOf))).flat()
const repositories = [...new Set(rows.map(({ repository }) => repository))].filter(
  (name) => rows.filter(({ repository }) => repository === name).length >= 100,
)
const used = rows.filter(({ repository }) => repositories.includes(repository))

const lines = repositories.map((left) => {
  const model = conformalModel(used.filter(({ repository }) => repository !== left))
  const own = used.filter(({ repository }) => repository === left)
  const residuals = own.map((row) => row.logHours - logHours(row, model))
  const within = ([low, high]: readonly [number, number]) =>
    residuals.filter((residual) => residual >= low && residual <= high).length / residuals.length
  const offBy = (estimate: (row: EffortRow) => number) =>
    quantile(
      own.map((row) => Math.abs(Math.exp(row.logHours) - estimate(row))),
      0.5,
    )
  return `| ${[
    left,
    own.length.toLocaleString('en'),
    quantile(
      own.map((row) => Math.exp(row.logHours)),
      0.5,
    ).toFixed(2),
    offBy((row) => Math.exp(logHours(row, model))).toFixed(2),
    offBy((row) => row.lines / 50 + 2 * row.files).toFixed(2),
    `${(100 * within(model.residuals50)).toFixed(0)} %`,
    `${(100 * within(model.residuals90)).toFixed(0)} %`,
  ].join(' | ')} |`
})
const text = `| repository left out | pull requests | median hours | off by, median hours | lines/50 + 2 · files: off by | inside the 50 % interval | inside the 90 % interval |
|---|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}

Hours are the active time between the commits of a merged branch, pauses over 2 hours left out, half an hour added for
each sitting; pull requests of a single commit have no such time and are not among them.
`
process.stdout.write(text)
if (!values.quick) recordResults('value-effort', text)

const released = conformalModel(used)
process.stdout.write(`\n${JSON.stringify(released)}\n`)
if (values.write)
  await writeFile(join(import.meta.dirname, '../../packages/value/src/effort/effort-model.ts'), sourceOf(released))

function sourceOf({ coefficients, residuals50, residuals90 }: EffortModel): string {
  const list = (numbers: readonly number[]) => `[${numbers.map((number) => Number(number.toFixed(3))).join(', ')}]`
  return `export type EffortModel = {
  readonly coefficients: readonly [number, number, number]
  /** How far below and above the estimate the middle half of all pull requests lie, in ln hours. */
  readonly residuals50: readonly [number, number]
  readonly residuals90: readonly [number, number]
}

/** Fitted by \`npm run bench -- value-effort\`; docs/value-methodology.md tells to what. */
export const effortModel: EffortModel = {
  coefficients: ${list(coefficients)},
  residuals50: ${list(residuals50)},
  residuals90: ${list(residuals90)},
}
`
}
