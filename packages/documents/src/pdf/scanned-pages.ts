import { createCanvas } from '@napi-rs/canvas'
import { getResolvedPDFJS } from 'unpdf'
import type { PDFPageProxy } from 'unpdf/pdfjs'
import type { Loss } from '../extracted-document.ts'
import { openRecognizerFor, type Picture } from '../ocr/open-recognizer.ts'
import type { Draft, DraftBlock, Source } from '../text/draft.ts'
import { openPdf } from './open-pdf.ts'

type OcrPage = NonNullable<Draft['ocr']>['pages'][number]

type ScannedPages = {
  readonly blocks: ReadonlyMap<number, DraftBlock>
  readonly losses: readonly Loss[]
  readonly ocr: NonNullable<Draft['ocr']>
}

/** Small print still has the 20 pixels of height that Tesseract asks for, and a page stays within 25 MB. */
const DOTS_PER_INCH = 250
const POINTS_PER_INCH = 72
const MAX_SIDE_PIXELS = 4_000
/** Drawn pages wait packed; a clean one takes a few hundred kilobytes, a photograph up to ten megabytes. */
const WAITING_PICTURE_BYTES = 24 * 2 ** 20

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

/** Draws the first pages until their pictures take enough memory. @returns how many pages that were, too. */
async function drawSome(
  bare: readonly number[],
  source: Source,
  most: number,
): Promise<{ pictures: Picture[]; done: number }> {
  const pictures: Picture[] = []
  const pdf = await openPdf(source, true)
  let bytes = 0
  let done = 0
  try {
    for (; done < bare.length && pictures.length < most && bytes < WAITING_PICTURE_BYTES; done += 1) {
      const number = bare[done] ?? 0
      const page = await pdf.getPage(number)
      if (!(await hasImage(page))) continue
      const picture = { page: number, ...(await render(page)) }
      pictures.push(picture)
      bytes += picture.png.length
      await pdf.cleanup()
      // Pixels are freed only when their small handles on the heap are, which alone would take minutes to be collected.
      globalThis.gc?.()
    }
  } finally {
    await pdf.loadingTask.destroy()
    globalThis.gc?.()
  }
  return { pictures, done }
}

type Recognised = { readonly page: number; readonly block: DraftBlock; readonly confidence: number }

async function recogniseAll(
  pictures: readonly [Picture, ...Picture[]],
  languages: readonly string[],
): Promise<{ language: string; pages: Recognised[] }> {
  const recognizer = await openRecognizerFor(pictures[0], languages)
  const pages: Recognised[] = []
  try {
    for (const { page, png, scale } of pictures) pages.push({ page, ...(await recognizer.recognize(png, page, scale)) })
    return { language: recognizer.language, pages }
  } finally {
    await recognizer.close()
  }
}

/**
 * Recognises the pages that show pictures and hold no text, up to a limit; what is left out is told page by page. Pages
 * are drawn first and recognised then, since each of the two takes much memory while it is at work.
 */
export async function readScannedPages(bare: readonly number[], source: Source): Promise<ScannedPages> {
  const { maxOcrPages, ocrLanguages } = source.limits
  const blocks = new Map<number, DraftBlock>()
  const losses: Loss[] = []
  const pages: OcrPage[] = []
  let languages = ocrLanguages
  let rest = bare
  while (rest.length > 0 && pages.length < maxOcrPages) {
    const { pictures, done } = await drawSome(rest, source, maxOcrPages - pages.length)
    rest = rest.slice(done)
    const [first, ...others] = pictures
    if (!first) continue
    const recognised = await recogniseAll([first, ...others], languages)
    languages = [recognised.language]
    for (const { page, block, confidence } of recognised.pages) {
      pages.push({ page, confidence })
      if (block.text === '') losses.push({ kind: 'image', page, note: 'No text was recognised on the page.' })
      else blocks.set(page, block)
    }
  }
  for (const page of rest)
    losses.push({
      kind: 'limit',
      page,
      note: `The page has no text and is not recognised: maxOcrPages is ${maxOcrPages}.`,
    })
  return { blocks, losses, ocr: { language: languages.join('+'), pages } }
}
