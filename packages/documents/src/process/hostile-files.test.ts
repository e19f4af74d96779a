import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildZip } from '../testing/build-zip.ts'
import { manyPages, packedPage } from '../testing/pdf-by-hand.ts'
import { renderDocx } from '../testing/render-docx.ts'
import { renderLocked, renderPages, renderPdf } from '../testing/render-pdf.ts'
import { sampleDocument } from '../testing/sample-document.ts'
import { type DocumentExtractor, openExtractor } from './open-extractor.ts'

const TYPES = { name: '[Content_Types].xml', data: '<Types/>' }
const zeros = Buffer.alloc(16 * 2 ** 20)
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>`

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])

const png = (width: number, height: number) => {
  const header = Buffer.alloc(33)
  header.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return header
}

/** Every case ends within this; the machine may be busy with other tests, so only the parser's own limits are strict. */
const CPU_MS = 2_000

describe('a hostile file ends in a readable, typed error', () => {
  let extractor: DocumentExtractor
  beforeAll(() => {
    extractor = openExtractor({ cpuMs: CPU_MS })
  })
  afterAll(() => extractor.close())

  const refused = async (bytes: Uint8Array, code: string, name?: string) => {
    await expect(extractor.extract({ bytes, name })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\. .*\.$/),
    })
    // The next document is read as if nothing had been.
    const next = await extractor.extract(Buffer.from('The next document is plain.'))
    expect(next.text).toBe('The next document is plain.')
  }

  test('a file of no bytes', () => refused(Buffer.alloc(0), 'DOCUMENT_EMPTY'))
  test('a file of white space', () => refused(Buffer.from(' \n\t\n'), 'DOCUMENT_EMPTY'))
  test('a zip bomb in office clothes that declares its size', () =>
    refused(
      buildZip([TYPES, ...Array.from({ length: 12 }, (_, at) => ({ name: `word/${at}.xml`, data: zeros }))]),
      'DOCUMENT_BOMB',
    ))
  test('a zip bomb that lies about its size', () =>
    refused(buildZip([TYPES, { name: 'word/document.xml', data: zeros, declaredSize: 100 }]), 'DOCUMENT_BOMB'))
  test('an archive with too many members', () =>
    refused(
      buildZip([TYPES, ...Array.from({ length: 6_000 }, (_, at) => ({ name: `xl/${at}`, data: 'x' }))]),
      'DOCUMENT_BOMB',
    ))
  test('an archive in an archive in an archive', () => {
    const inner = buildZip([{ name: 'a.zip', data: buildZip([{ name: 'b', data: zeros }]) }])
    return refused(buildZip([{ name: 'c.zip', data: inner }]), 'DOCUMENT_UNSUPPORTED')
  })
  test('entities that expand without end, in a file and in an office part', async () => {
    await refused(Buffer.from(LAUGHS), 'DOCUMENT_BOMB', 'laughs.xml')
    await refused(buildZip([TYPES, { name: 'word/document.xml', data: LAUGHS }]), 'DOCUMENT_BOMB')
  })
  test('elements nested without end', () =>
    refused(Buffer.from(`<!doctype html>${'<div>'.repeat(100_000)}`), 'DOCUMENT_BOMB'))
  test('a cut office file', async () => {
    const whole = await renderDocx(sampleDocument(1))
    await refused(whole.subarray(0, whole.length / 2), 'DOCUMENT_TRUNCATED')
  })
  test('a cut PDF', async () => {
    const whole = await renderPdf(sampleDocument(1))
    await refused(whole.subarray(0, whole.length - 2_000), 'DOCUMENT_TRUNCATED')
  })
  test('a PDF with a password', async () => refused(await renderLocked('secret'), 'DOCUMENT_ENCRYPTED'))
  test('an office file with a password', () => refused(ole('EncryptedPackage'), 'DOCUMENT_ENCRYPTED'))
  test('an office archive with locked members', () =>
    refused(buildZip([TYPES, { name: 'word/document.xml', data: 'x', encrypted: true }]), 'DOCUMENT_ENCRYPTED'))
  test('an office file from before 2007', () => refused(ole('WordDocument'), 'DOCUMENT_UNSUPPORTED'))
  test('a program', () => refused(Buffer.from('\x7fELF\x02\x01\x01\0\0', 'latin1'), 'DOCUMENT_UNSUPPORTED'))
  test('a text under the name of a PDF is read as the text that it is', async () => {
    const found = await extractor.extract({ bytes: Buffer.from('Not a PDF at all.'), name: 'report.pdf' })
    expect(found.format).toBe('text')
  })
  test('a PDF of ten thousand pages', () => refused(manyPages(10_000), 'DOCUMENT_TOO_LARGE'))
  test('a PDF whose page unpacks to a gigabyte', () =>
    refused(packedPage(Buffer.alloc(1_000_000_000)), 'DOCUMENT_BOMB'))
  test('a PDF that holds nothing', () => refused(manyPages(3), 'DOCUMENT_EMPTY'))
  test('a PDF whose bytes are noise', () =>
    refused(Buffer.from(`%PDF-1.7\n${'x'.repeat(5_000)}\nendobj\n%%EOF`), 'DOCUMENT_UNREADABLE'))
  test('a picture of four thousand million pixels', () => refused(png(65_000, 65_000), 'DOCUMENT_TOO_LARGE'))
  test('a picture that stops after its header', () => refused(png(100, 100), 'DOCUMENT_UNREADABLE'))
  test('more bytes than the limit', async () => {
    const small = openExtractor({ maxBytes: 10 })
    await expect(small.extract(Buffer.from('more than ten bytes'))).rejects.toMatchObject({
      code: 'DOCUMENT_TOO_LARGE',
    })
    await small.close()
  })
  test('nothing at a path', async () => {
    await expect(extractor.extract('/nowhere/at.all')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  })
})

describe('the reading process', () => {
  test('is ended at the time limit, and the next document is read by a new one', async () => {
    const extractor = openExtractor({ timeoutMs: 400 })
    const pages = await renderPages(
      Array.from({ length: 1_500 }, (_, at) => `Page ${at}. ${'Some words of text. '.repeat(150)}`),
    )
    await expect(extractor.extract(pages)).rejects.toMatchObject({ code: 'DOCUMENT_TIMEOUT' })
    await extractor.close()
    const patient = openExtractor({ timeoutMs: 20_000 })
    expect((await patient.extract(Buffer.from('Short text.'))).text).toBe('Short text.')
    await patient.close()
  })

  test('is ended at the limit of processor time', async () => {
    const extractor = openExtractor({ cpuMs: 200 })
    const pages = await renderPages(Array.from({ length: 1_500 }, () => 'Some words of text. '.repeat(150)))
    await expect(extractor.extract(pages)).rejects.toMatchObject({ code: 'DOCUMENT_TIMEOUT' })
    expect((await extractor.extract(Buffer.from('Short text.'))).text).toBe('Short text.')
    await extractor.close()
  })

  test('is ended at the memory limit', async () => {
    const extractor = openExtractor({ memoryMb: 150 })
    const rows = `${'cell,'.repeat(50)}\n`.repeat(100_000)
    await expect(extractor.extract(Buffer.from(rows))).rejects.toMatchObject({ code: 'DOCUMENT_TOO_LARGE' })
    await extractor.close()
  })

  test('stops when its caller does', async () => {
    const extractor = openExtractor()
    const pages = await renderPages(Array.from({ length: 800 }, () => 'Some words of text. '.repeat(150)))
    const reason = new Error('No longer wanted')
    await expect(extractor.extract(pages, { signal: AbortSignal.timeout(1) })).rejects.toThrow()
    await expect(extractor.extract(pages, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect((await extractor.extract(Buffer.from('Short text.'))).text).toBe('Short text.')
    await extractor.close()
  })
})
