import { parseArgs } from 'node:util'
import { assessVectors, createDriftDetector, type DenseMatrix, neighbourRecall } from '@assay/retrieval'
import { seeded } from '../../packages/documents/src/testing/sample-document.ts'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'

const HELP = `npm run bench -- analytics [--quick]

How long the figures about embeddings take, over 10,000 vectors of 256 dimensions in 50 clouds.
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

const ROWS = values.quick ? 2_000 : 10_000
const COLUMNS = 256
const CLOUDS = 50
const ROUNDS = values.quick ? 1 : 5

const random = seeded(11)
const centres = Array.from({ length: CLOUDS * COLUMNS }, () => random() - 0.5)
const vectors: DenseMatrix = {
  rows: ROWS,
  columns: COLUMNS,
  values: Float32Array.from(
    { length: ROWS * COLUMNS },
    (_, at) => (centres[(Math.floor(at / COLUMNS) % CLOUDS) * COLUMNS + (at % COLUMNS)] ?? 0) + random() - 0.5,
  ),
}
const labels = (count: number) => Array.from({ length: ROWS }, (_, row) => `group ${row % count}`)
const adjacentPairs = Uint32Array.from({ length: 2 * (ROWS - 1) }, (_, at) => (at + 1) >> 1)
const part = (rows: number): DenseMatrix => ({ ...vectors, rows, values: vectors.values.subarray(0, rows * COLUMNS) })

const cpuSeconds = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}
const time = (what: string, work: () => unknown): string => {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const began = cpuSeconds()
    work()
    return cpuSeconds() - began
  })
  return `| ${what} | ${quantile(seconds, 0.5).toFixed(2)} |`
}

const queries = part(100)
const found = Array.from({ length: 100 }, (_, row) => [row])
const detector = createDriftDetector({ vectors })
const rows = [
  time('assess all vectors, with adjacent pairs', () => assessVectors({ vectors, adjacentPairs })),
  time('the same, and by 12 document types and 6 strategies', () =>
    assessVectors({ vectors, adjacentPairs, groups: { documentType: labels(12), strategy: labels(6) } }),
  ),
  time('recall@10 of 100 queries against the exact ranking', () => neighbourRecall({ vectors, queries, found })),
  time('learn a drift reference', () => createDriftDetector({ vectors })),
  time('measure the drift of a window of 1,000', () => detector.measure({ vectors: part(1_000) })),
]
const text = `| ${ROWS.toLocaleString('en')} × ${COLUMNS} vectors | CPU s |
|---|---:|
${rows.join('\n')}

Medians of ${ROUNDS} round(s), processor time of one thread.`
process.stdout.write(`${text}\n`)
if (!values.quick) recordResults('analytics', text)
