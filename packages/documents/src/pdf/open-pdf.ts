import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { DocumentEncrypted, DocumentTooLarge, DocumentTruncated, DocumentUnreadable } from '../document-errors.ts'
import type { Source } from '../text/draft.ts'
import { refusePackedBomb } from './refuse-packed-bomb.ts'

/** pdf.js reads what it can of a cut file, which would pass off a part as the whole. */
function isWhole(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.lastIndexOf('%%EOF') > Math.max(file.lastIndexOf('endobj'), file.lastIndexOf('endstream'))
}

/** The parsed file. Drawing its pages takes a canvas, a native library that most documents do not need. */
export async function openPdf({ bytes, limits }: Source, isDrawn = false): Promise<PDFDocumentProxy> {
  if (!isWhole(bytes)) throw DocumentTruncated('PDF', 'its end mark is missing')
  // Once is enough: a file is opened to be drawn after it was opened to be read.
  if (!isDrawn) await refusePackedBomb(bytes, limits)
  const drawing = isDrawn ? { CanvasFactory: await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas')) } : {}
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      // Pages in which an error occurs are read as far as possible, and told.
      stopAtErrors: false,
      verbosity: 0,
      maxImageSize: limits.maxPixels,
      enableXfa: false,
      ...drawing,
    })
    if (pdf.numPages <= limits.maxPages) return pdf
    await pdf.loadingTask.destroy()
    throw DocumentTooLarge(`${pdf.numPages} pages, and at most ${limits.maxPages} are read (maxPages)`)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'PasswordException') throw DocumentEncrypted('PDF')
    if (error.name === 'InvalidPDFException' || error.name === 'FormatError')
      throw DocumentUnreadable('PDF', error.message)
    throw error
  }
}
