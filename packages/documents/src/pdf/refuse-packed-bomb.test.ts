import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { extractionLimits } from '../limits.ts'
import { renderPdf } from '../testing/render-pdf.ts'
import { sampleDocument } from '../testing/sample-document.ts'
import { refusePackedBomb } from './refuse-packed-bomb.ts'

const limits = extractionLimits.parse({ maxInflatedBytes: 100_000 })
const stream = (bytes: Buffer, dictionary = '/Filter/FlateDecode', lineEnd = '\n') => {
  const packed = deflateSync(bytes)
  const head = `4 0 obj\n<<${dictionary}/Length ${packed.length}>>\nstream${lineEnd}`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')])
}
const check = (...parts: Buffer[]) => refusePackedBomb(Buffer.concat(parts), limits)
const isBomb = { code: 'DOCUMENT_BOMB' }

describe('a PDF', () => {
  test('that packs one page a thousandfold is refused', async () => {
    for (const lineEnd of ['\n', '\r\n']) {
      await expect(check(stream(Buffer.alloc(200_000), undefined, lineEnd))).rejects.toMatchObject(isBomb)
    }
    await expect(check(stream(Buffer.alloc(200_000), '/Filter [ /Fl ]'))).rejects.toMatchObject(isBomb)
  })
  test('that does so in many small parts is refused too', async () => {
    const part = stream(Buffer.alloc(30_000))
    await expect(check(part, part, part)).resolves.toBeUndefined()
    await expect(check(part, part, part, part)).rejects.toMatchObject(isBomb)
  })
  test('with large white pictures is none', async () => {
    await expect(check(stream(Buffer.alloc(900_000), '/Subtype /Image/Filter/FlateDecode'))).resolves.toBeUndefined()
  })
  test('that is large and packed as text is', async () => {
    const text = Buffer.from(Array.from({ length: 9_000 }, (_, at) => `(${at * 7919}) Tj`).join('\n')).subarray(
      0,
      99_000,
    )
    await expect(check(stream(text), stream(text), stream(text))).resolves.toBeUndefined()
  })
  test('of ordinary make passes, and so does one with damaged or endless streams', async () => {
    await expect(check(await renderPdf(sampleDocument(1)))).resolves.toBeUndefined()
    const whole = stream(Buffer.alloc(200_000))
    await expect(check(whole.subarray(0, -30))).resolves.toBeUndefined()
    await expect(check(Buffer.from('4 0 obj\n<</FlateDecode>>\nstream\nnoise\nendstream'))).resolves.toBeUndefined()
  })
})
