import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { quantile } from '../quantile.ts'
import { recordResults } from '../record-results.ts'
import { readCorpus } from './corpus.ts'
import { judge } from './quality.ts'
import { type System, systems } from './systems.ts'

const HELP = `npm run bench -- chunking [--quick]

Speed and quality of the chunkers against those of other packages: same text, same budgets, same tokenizer, one thread.
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rounds = values.quick ? 3 : 7
const corpus = readCorpus(join(import.meta.dirname, '../..'), values.quick ? 1 : 2)
console.warn = () => undefined

/** CPU seconds of this thread: others on the machine count less than in time by the clock. */
const cpuSeconds = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

const measure = async (system: System, maxTokens: number) => {
  const text = corpus.slice(0, Math.floor(corpus.length * system.share)).toWellFormed()
  const megabytes = Buffer.byteLength(text) / 1e6
  const speeds: number[] = []
  let pieces = await system.chunk(text, maxTokens)
  for (let round = 0; round < rounds; round += 1) {
    const started = cpuSeconds()
    // A small text is done often enough for the clock of the thread, which ticks every few milliseconds.
    let repeats = 0
    do {
      pieces = await system.chunk(text, maxTokens)
      repeats += 1
    } while (cpuSeconds() - started < 0.2)
    speeds.push((megabytes * repeats) / (cpuSeconds() - started))
  }
  return { name: system.name, speed: quantile(speeds, 0.5), quality: judge(text, pieces, maxTokens) }
}

const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`)
const sections: string[] = []
for (const maxTokens of [256, 512]) {
  const rows: Awaited<ReturnType<typeof measure>>[] = []
  for (const system of systems) rows.push(await measure(system, maxTokens))
  const fastest = Math.max(...rows.filter(({ name }) => !name.startsWith('Assay')).map(({ speed }) => speed))
  const lines = rows.map(({ name, speed, quality }) => {
    const { chunks, sentenceEnds, exactOffsets, withinBudget, covered, headings } = quality
    const shares = [exactOffsets, sentenceEnds, withinBudget, covered, headings].map(percent)
    return `| ${[name, speed.toFixed(1), (speed / fastest).toFixed(1), chunks.toLocaleString('en'), ...shares].join(' | ')} |`
  })
  sections.push(`### ${maxTokens} tokens, no overlap

| chunker | MB/s | × fastest peer | chunks | exact offsets | end of sentence or paragraph | within budget | text covered | with headings |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}`)
}
const text = `${sections.join('\n\n')}

${(Buffer.byteLength(corpus) / 1e6).toFixed(1)} MB of README files, gpt-tokenizer's cl100k_base for all; CPU time of one thread, medians of ${rounds}
rounds after one to warm up. Slow chunkers got the first tenth or quarter of it. Node ${process.versions.node}.
`
process.stdout.write(text)
if (!values.quick) recordResults('chunking', text)
