import { isAssayError } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ExtractedDocument, extractedDocument } from '../extracted-document.ts'
import { extractionLimits } from '../limits.ts'
import { assessQuality } from '../quality/assess-quality.ts'
import { gate } from '../quality/gate.ts'
import { buildEpub, buildPptx } from '../testing/office-files.ts'
import { renderDocx } from '../testing/render-docx.ts'
import { renderPdf } from '../testing/render-pdf.ts'
import { sampleDocument } from '../testing/sample-document.ts'
import { extractInProcess } from './extract-in-process.ts'

const limits = extractionLimits.parse({ maxOcrPages: 0 })

function expectSound(document: ExtractedDocument): void {
  const { text, map, blocks } = extractedDocument.parse(document)
  expect(text.isWellFormed()).toBe(true)
  expect(text.normalize('NFC')).toBe(text)
  expect(text).not.toMatch(/\r|[ \t]\n/)
  for (const spans of [map, blocks])
    for (const [at, { start, end }] of spans.entries()) {
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0)
    }
  // Blocks are the text: between them is one empty line and nothing else.
  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
  for (const page of document.ocr?.pages ?? [])
    for (const { start, end } of page.words) expect(text.slice(start, end)).toMatch(/^\S+$/)
}

async function endsWell(bytes: Uint8Array, name?: string): Promise<void> {
  try {
    const document = await extractInProcess(bytes, name, limits)
    expectSound(document)
    const quality = assessQuality(document)
    expect(quality.score).toBeGreaterThanOrEqual(0)
    expect(quality.score).toBeLessThanOrEqual(100.000001)
    expect(Number.isFinite(quality.score)).toBe(true)
    expect(['accept', 'quarantine', 'reject']).toContain(gate(quality).verdict)
  } catch (error) {
    if (!isAssayError(error)) throw error
    expect(error.code).toMatch(/^DOCUMENT_/)
  }
}

const names = fc.constantFrom(undefined, 'a.md', 'a.csv', 'a.ts', 'a.html', 'a.txt', 'a.xml', 'a.json', 'a.eml')

test('any bytes end in a sound document or a typed error', () =>
  fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), names, endsWell), { numRuns: 150 }))

test('any text ends in a sound document or a typed error', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '# ',
      '\n',
      '\r\n',
      '```',
      '| a | b |\n',
      '|---|---|\n',
      '- ',
      '<table><tr><td>',
      '</li>',
      '<p>',
      '&amp;',
      'e\u0301',
      '\ud800',
      ',',
      '"',
      '{"a":',
      '---\n',
      'From: a\nTo: b\nSubject: c\n\n',
      '\u00ad',
      ' \u0301',
    ),
  )
  const content = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join(''), 'utf8'))
  return fc.assert(fc.asyncProperty(content, names, endsWell), { numRuns: 400 })
})

test('a real file with damaged bytes ends in a sound document or a typed error', async () => {
  const parts = sampleDocument(3, 1)
  const files = [
    await renderPdf(parts),
    await renderDocx(parts),
    buildPptx([{ title: 'One', lines: ['a', 'b'], rows: [['c', 'd']] }]),
    buildEpub('Book', ['<p>Text</p>', '<table><tr><td>x']),
  ]
  const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 20,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), damage, async (file, changes) => {
      const bytes = Buffer.from(file)
      for (const [place, byte] of changes) bytes[Math.floor(place * bytes.length)] = byte
      await endsWell(bytes)
    }),
    { numRuns: 80 },
  )
})
