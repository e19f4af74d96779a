import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  characterAccuracy,
  orderAgreement,
  readTables,
  tableCellF1,
  wordRecall,
} from '../../packages/documents/src/testing/fidelity.ts'
import { renderDocx } from '../../packages/documents/src/testing/render-docx.ts'
import { renderHtml } from '../../packages/documents/src/testing/render-html.ts'
import { renderColumns, renderPages, renderPdf, renderScans } from '../../packages/documents/src/testing/render-pdf.ts'
import { renderScan } from '../../packages/documents/src/testing/render-scan.ts'
import {
  sampleDocument,
  sampleMarkdown,
  sampleParagraph,
  sampleTables,
  sampleText,
  seeded,
} from '../../packages/documents/src/testing/sample-document.ts'
import { recordResults } from '../record-results.ts'
import { hostileFiles } from './hostile-files.ts'
import { measure } from './measure.ts'

const HELP = `npm run bench -- documents [--quick] [--json FILE]

Made documents rendered into every format and read back: how much of the words, their order and the cells of tables
comes back, what 500 pages take, how well a clean scan is recognised, and how hostile files end.
`
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}

type Figure = { readonly what: string; readonly value: string; readonly limit: string; readonly isMet: boolean }
const figures: Figure[] = []
const atLeast = (what: string, value: number, limit: number) =>
  figures.push({ what, value: value.toFixed(4), limit: `≥ ${limit}`, isMet: value >= limit })
const atMost = (what: string, value: number, limit: number, unit: string) =>
  figures.push({ what, value: `${value.toFixed(2)} ${unit}`, limit: `≤ ${limit} ${unit}`, isMet: value <= limit })

const mean = (all: readonly number[]): number => all.reduce((sum, value) => sum + value, 0) / all.length
const prose = (seed: number, count: number): string[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => sampleParagraph(random))
}

async function roundTrips(seeds: readonly number[]): Promise<void> {
  const formats = [
    ['HTML', async (seed: number) => renderHtml(sampleDocument(seed))],
    ['Markdown', async (seed: number) => Buffer.from(sampleMarkdown(sampleDocument(seed)))],
    ['DOCX', (seed: number) => renderDocx(sampleDocument(seed))],
    ['PDF', (seed: number) => renderPdf(sampleDocument(seed))],
  ] as const
  for (const [name, render] of formats) {
    const results = []
    for (const seed of seeds) {
      const parts = sampleDocument(seed)
      const { document } = await measure(await render(seed), name === 'Markdown' ? { name: 'a.md' } : {})
      const text = document?.text ?? ''
      results.push({
        recall: wordRecall(sampleText(parts), text),
        order: orderAgreement(sampleText(parts), text),
        cells: tableCellF1(sampleTables(parts), readTables(text)),
      })
    }
    atLeast(`${name}: word recall`, mean(results.map((result) => result.recall)), 0.99)
    atLeast(`${name}: order (Kendall's tau)`, mean(results.map((result) => result.order)), 0.98)
    atLeast(`${name}: table cells F1`, mean(results.map((result) => result.cells)), 0.95)
  }
  const columns = prose(99, 10)
  const { document } = await measure(await renderColumns('A title over both of the columns', columns))
  atLeast("PDF in two columns: order (Kendall's tau)", orderAgreement(columns.join(' '), document?.text ?? ''), 0.98)
}

async function longPdf(count: number): Promise<void> {
  const random = seeded(500)
  const pages = Array.from({ length: count }, () => [1, 2, 3, 4].map(() => sampleParagraph(random)).join('\n\n'))
  const { document, seconds, megabytes } = await measure(await renderPages(pages))
  atLeast(`PDF of ${count} pages: word recall`, wordRecall(pages.join(' '), document?.text ?? ''), 0.99)
  atMost(`PDF of ${count} pages: time`, seconds, 15, 's')
  atMost(`PDF of ${count} pages: peak memory`, megabytes, 512, 'MB')
}

async function recognition(count: number): Promise<void> {
  const results = []
  for (let seed = 1; seed <= count; seed += 1) {
    const page = prose(seed, 5)
    const { document, ...used } = await measure(await renderScan(page))
    results.push({ accuracy: characterAccuracy(page.join(' '), document?.text ?? ''), ...used })
  }
  atLeast(`OCR of ${count} pages at 300 dpi: character accuracy`, mean(results.map((each) => each.accuracy)), 0.98)
  atMost('OCR of a page: time', mean(results.map((each) => each.seconds)), 10, 's')
  atMost('OCR of a page: peak memory', Math.max(...results.map((each) => each.megabytes)), 512, 'MB')
  const page = prose(7, 5)
  const scan = await renderScan(page)
  const pages = count + 1
  const { document, megabytes } = await measure(await renderScans(Array(pages).fill(scan)))
  const written = Array(pages).fill(page).flat().join(' ')
  const what = `OCR of a scanned PDF of ${pages} pages`
  atLeast(`${what}: character accuracy`, characterAccuracy(written, document?.text ?? ''), 0.98)
  atMost(`${what}: peak memory`, megabytes, 512, 'MB')
}

async function hostile(): Promise<void> {
  for (const [name, bytes] of await hostileFiles()) {
    const { code = 'read', cpuSeconds, megabytes } = await measure(bytes)
    atMost(`Hostile, ${name}: ${code}, processor time`, cpuSeconds, 2, 's')
    atMost(`Hostile, ${name}: peak memory`, megabytes, 512, 'MB')
    if (!code.startsWith('DOCUMENT_')) process.exitCode = 1
  }
}

await roundTrips(values.quick ? [1] : [1, 2, 3, 4, 5])
await longPdf(values.quick ? 50 : 500)
await recognition(values.quick ? 1 : 3)
await hostile()

if (figures.some((figure) => !figure.isMet)) process.exitCode = 1
const rows = figures.map(
  ({ what, value, limit, isMet }) => `| ${what} | ${value} | ${limit} | ${isMet ? 'yes' : 'NO'} |`,
)
const text = ['| figure | measured | wanted | met |', '| --- | ---: | ---: | --- |', ...rows].join('\n')
process.stdout.write(`${text}\n`)
if (values.json) await writeFile(values.json, JSON.stringify(figures, null, 2))
if (!values.quick) recordResults('documents', text)
