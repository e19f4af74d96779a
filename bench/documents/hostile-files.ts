import { buildZip } from '../../packages/documents/src/testing/build-zip.ts'
import { manyPages, packedPage } from '../../packages/documents/src/testing/pdf-by-hand.ts'
import { renderDocx } from '../../packages/documents/src/testing/render-docx.ts'
import { renderLocked, renderPdf } from '../../packages/documents/src/testing/render-pdf.ts'
import { sampleDocument } from '../../packages/documents/src/testing/sample-document.ts'

const TYPES = { name: '[Content_Types].xml', data: '<Types/>' }

/** Files built to stop a reader, each with what it tries. */
export async function hostileFiles(): Promise<(readonly [name: string, bytes: Uint8Array])[]> {
  const parts = sampleDocument(1)
  const docx = await renderDocx(parts)
  const pdf = await renderPdf(parts)
  const zeros = Buffer.alloc(100 * 2 ** 20)
  const laughs = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]><l>&b;</l>'
  return [
    ['0 bytes', Buffer.alloc(0)],
    ['random bytes', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * at * 7919) % 251))],
    [
      'zip bomb, 1 GB of zeros declared',
      buildZip([TYPES, ...Array.from({ length: 10 }, (_, at) => ({ name: `word/${at}.xml`, data: zeros }))]),
    ],
    [
      'zip bomb that declares 100 bytes',
      buildZip([TYPES, { name: 'word/document.xml', data: zeros, declaredSize: 100 }]),
    ],
    [
      '6,000 members',
      buildZip([TYPES, ...Array.from({ length: 6_000 }, (_, at) => ({ name: `xl/${at}`, data: 'x' }))]),
    ],
    [
      'nested archives',
      buildZip([{ name: 'c.zip', data: buildZip([{ name: 'b.zip', data: buildZip([{ name: 'a', data: zeros }]) }]) }]),
    ],
    ['XML entities', Buffer.from(laughs)],
    ['XML entities in a DOCX', buildZip([TYPES, { name: 'word/document.xml', data: laughs }])],
    ['100,000 nested elements', Buffer.from(`<!doctype html>${'<div>'.repeat(100_000)}`)],
    ['cut DOCX', docx.subarray(0, docx.length / 2)],
    ['cut PDF', pdf.subarray(0, pdf.length - 2_000)],
    ['locked PDF', await renderLocked('secret')],
    ['PDF of 10,000 pages', manyPages(10_000)],
    ['PDF page that unpacks to 1 GB', packedPage(Buffer.alloc(1_000_000_000))],
    ['PDF of noise', Buffer.from(`%PDF-1.7\n${'x'.repeat(100_000)}\nendobj\n%%EOF`)],
  ]
}
