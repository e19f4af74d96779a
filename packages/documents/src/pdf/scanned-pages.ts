import { createCanvas } from '@napi-rs/canvas'
import { getResolvedPDFJS } from 'unpdf'
import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { Loss } from '../extracted-document.ts'
import { OCR_LANGUAGE, openRecognizer } from '../ocr/open-recognizer.ts'
import type { Draft, DraftBlock, Source } from '../text/draft.ts'
import { openPdf } from './open-pdf.ts'

type ScannedPages = {
  readonly blocks: ReadonlyMap<number, DraftBlock>
  readonly losses: readonly Loss[]
  readonly ocr: NonNullable<Draft['ocr']>
}

/** Small print still has the 20 pixels of height that Tesseract asks for, and a page stays within 25 MB. */
const DOTS_PER_INCH = 250
const POINTS_PER_INCH = 72
const MAX_SIDE_PIXELS = 4_000

async function hasImage(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray } = await page.getOperatorList()
  const painting: number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  return fnArray.some((operator: number) => painting.includes(operator))
}

async function render(page: PDFPageProxy): Promise<{ png: Buffer; scale: number }> {
  const size = page.getViewport({ scale: 1 })
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, MAX_SIDE_PIXELS / Math.max(size.width, size.height))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // pdf.js types the canvas of browsers; this one has the same drawing calls.
  type Target = Parameters<PDFPageProxy['render']>[0]['canvas']
  await page.render({ canvas: canvas as unknown as Target, viewport, background: 'white' }).promise
  const png = await canvas.encode('png')
  // The pixels lie outside the heap, where the collector does not feel them.
  canvas.width = 1
  canvas.height = 1
  page.cleanup()
  return { png, scale }
}

/** Recognises the pages that show pictures and hold no text, up to a limit; what is left out is told page by page. */
export async function readScannedPages(bare: readonly number[], source: Source): Promise<ScannedPages> {
  const blocks = new Map<number, DraftBlock>()
  const losses: Loss[] = []
  const pages: { page: number; confidence: number }[] = []
  const ocr = { language: OCR_LANGUAGE, pages }
  if (bare.length === 0) return { blocks, losses, ocr }
  const { maxOcrPages } = source.limits
  const pdf = await openPdf(source, true)
  let recognizer: Awaited<ReturnType<typeof openRecognizer>> | undefined
  try {
    for (const number of bare) {
      if (pages.length >= maxOcrPages) {
        losses.push({
          kind: 'limit',
          page: number,
          note: `The page has no text and is not recognised: maxOcrPages is ${maxOcrPages}.`,
        })
        continue
      }
      const page = await pdf.getPage(number)
      if (!(await hasImage(page))) continue
      recognizer ??= await openRecognizer()
      const { png, scale } = await render(page)
      await pdf.cleanup()
      // Pictures are freed only when their small handles on the heap are, which alone would take minutes to be collected.
      globalThis.gc?.()
      const { block, confidence } = await recognizer.recognize(png, number, scale)
      pages.push({ page: number, confidence })
      if (block.text === '') losses.push({ kind: 'image', page: number, note: 'No text was recognised on the page.' })
      else blocks.set(number, block)
    }
  } finally {
    await recognizer?.close()
    await pdf.loadingTask.destroy()
  }
  return { blocks, losses, ocr }
}
