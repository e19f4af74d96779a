import { afterAll, describe, expect, test } from '@jest/globals'
import { openExtractor } from '../process/open-extractor.ts'
import { assessQuality } from '../quality/assess-quality.ts'
import { gate } from '../quality/gate.ts'
import { characterAccuracy, orderAgreement, readTables, tableCellF1, wordRecall } from '../testing/fidelity.ts'
import { renderDocx } from '../testing/render-docx.ts'
import { renderHtml } from '../testing/render-html.ts'
import { renderColumns, renderPages, renderPdf, renderScans } from '../testing/render-pdf.ts'
import { renderScan } from '../testing/render-scan.ts'
import {
  sampleDocument,
  sampleMarkdown,
  sampleParagraph,
  sampleTables,
  sampleText,
  seeded,
} from '../testing/sample-document.ts'

const extractor = openExtractor()
afterAll(() => extractor.close())

const parts = sampleDocument(11)
const prose = (seed: number, count: number) => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => sampleParagraph(random))
}

describe('a document comes back as it went in', () => {
  test.each([
    ['HTML', async () => renderHtml(parts)],
    ['DOCX', () => renderDocx(parts)],
    ['PDF', () => renderPdf(parts)],
  ])('through %s: words, order, headings and tables', async (_, render) => {
    const { text, blocks } = await extractor.extract(await render())
    expect(wordRecall(sampleText(parts), text)).toBeGreaterThanOrEqual(0.99)
    expect(orderAgreement(sampleText(parts), text)).toBeGreaterThanOrEqual(0.98)
    expect(tableCellF1(sampleTables(parts), readTables(text))).toBeGreaterThanOrEqual(0.95)
    const headings = parts.flatMap((part) => (part.kind === 'heading' ? [[part.level, part.text]] : []))
    const found = blocks.filter((block) => block.kind === 'heading')
    expect(found.map(({ level = 0, start, end }) => [level, text.slice(start + level + 1, end)])).toEqual(headings)
  })

  test('through Markdown: letter by letter', async () => {
    expect((await extractor.extract({ bytes: Buffer.from(sampleMarkdown(parts)), name: 'a.md' })).text).toBe(
      sampleMarkdown(parts),
    )
  })
})

test('two columns of a PDF are read one after the other', async () => {
  const paragraphs = prose(5, 10)
  const { text } = await extractor.extract(await renderColumns('A title over both of the columns', paragraphs))
  expect(wordRecall(paragraphs.join(' '), text)).toBeGreaterThanOrEqual(0.99)
  expect(orderAgreement(paragraphs.join(' '), text)).toBeGreaterThanOrEqual(0.98)
})

test('a page header that repeats stands once and page numbers never in a PDF, and that is told', async () => {
  const pages = prose(6, 6).map((text, at) => `Yearly report of the company\n\n\n${text}\n\n\nPage ${at + 1} of 6`)
  const { text, losses } = await extractor.extract(await renderPages(pages))
  expect(text.match(/Yearly report/g)).toHaveLength(1)
  expect(text).not.toMatch(/Page \d of/)
  expect(losses).toEqual([expect.objectContaining({ kind: 'hidden' })])
})

test('every paragraph of a PDF knows its page and its place there', async () => {
  const { text, map, pages } = await extractor.extract(await renderPages(['Alpha stands here.', 'Beta stands there.']))
  expect(pages).toBe(2)
  expect(map.map(({ page, start, end }) => [page, text.slice(start, end)])).toEqual([
    [1, 'Alpha stands here.'],
    [2, 'Beta stands there.'],
  ])
  expect(map[0]?.region).toMatchObject({ x: 72, height: 11 })
})

describe('pictures of text', () => {
  test('are recognised, with the place and confidence of every word', async () => {
    const paragraphs = prose(9, 3)
    const document = await extractor.extract(await renderScan(paragraphs))
    const { text, ocr } = document
    expect(characterAccuracy(paragraphs.join(' '), text)).toBeGreaterThanOrEqual(0.98)
    const quality = assessQuality(document)
    expect(gate(quality).verdict).toBe('accept')
    expect(quality.contributions.map((part) => part.name)).toContain('recognition')
    const [page] = ocr?.pages ?? []
    expect(page?.confidence).toBeGreaterThan(80)
    expect(page?.words.map(({ start, end }) => text.slice(start, end))).toEqual(text.split(/\s+/))
  })

  test('on the pages of a PDF are recognised up to a limit, and the rest is told', async () => {
    const [first = '', second = ''] = prose(10, 2)
    const scans = await renderScans([await renderScan([first]), await renderScan([second])])
    const limited = openExtractor({ maxOcrPages: 1 })
    const { text, losses, map } = await limited.extract(scans)
    await limited.close()
    expect(characterAccuracy(first, text)).toBeGreaterThanOrEqual(0.98)
    expect(map.map((span) => span.page)).toEqual([1])
    expect(losses).toEqual([expect.objectContaining({ kind: 'limit', page: 2 })])
  })
})
