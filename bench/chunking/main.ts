import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { recordResults } from '../record-results.ts'
import type { Figures } from './measure-system.ts'
import { systems } from './systems.ts'

const HELP = `npm run bench -- chunking [--quick]

Speed and quality of the chunkers against those of other packages: same text, same budgets, same tokenizer, one core.
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const rounds = values.quick ? 3 : 7
const megabytes = values.quick ? 1 : 2

/** In a process of its own, so that nothing is slower or faster for what the compiler has seen of others. */
const measure = (name: string, maxTokens: number): Figures & { name: string } => {
  const options = [name, maxTokens, rounds, megabytes].map(String)
  const script = join(import.meta.dirname, 'measure-system.ts')
  const lines = execFileSync(process.execPath, [script, ...options], { encoding: 'utf8' })
    .trim()
    .split('\n')
  return { name, ...(JSON.parse(lines.at(-1) ?? '') as Figures) }
}

const percent = (share: number | null | undefined) =>
  typeof share === 'number' ? `${(100 * share).toFixed(1)} %` : '–'
const sections = [256, 512].map((maxTokens) => {
  const rows = systems.map(({ name }) => measure(name, maxTokens))
  const fastest = Math.max(...rows.filter(({ name }) => !name.startsWith('Assay')).map(({ speed }) => speed))
  const lines = rows.map(({ name, speed, quality }) => {
    const { chunks, sentenceEnds, exactOffsets, withinBudget, covered, headings } = quality
    const shares = [exactOffsets, sentenceEnds, withinBudget, covered, headings].map(percent)
    return `| ${[name, speed.toFixed(1), (speed / fastest).toFixed(1), chunks.toLocaleString('en'), ...shares].join(' | ')} |`
  })
  return `### ${maxTokens} tokens, no overlap

| chunker | MB/s | × fastest peer | chunks | exact offsets | end of sentence or paragraph | within budget | text covered | with headings |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}`
})
const text = `${sections.join('\n\n')}

${megabytes.toFixed(1)} MB of README files, gpt-tokenizer's cl100k_base for all. Each chunker in a process of its own: CPU time of all its
threads, medians of ${rounds} rounds of 0.4 s after 2 s to warm up. Slow chunkers got the first tenth or quarter of the text.
Node ${process.versions.node}.
`
process.stdout.write(text)
if (!values.quick) recordResults('chunking', text)
