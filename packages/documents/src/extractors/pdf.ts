import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import type { Loss } from '../extracted-document.ts'
import { readVocabulary } from '../pdf/hyphens.ts'
import { toLines, toSegments } from '../pdf/lines.ts'
import { openPdf } from '../pdf/open-pdf.ts'
import { pageBlocks, readTypography } from '../pdf/page-blocks.ts'
import { type PageRuns, readRuns } from '../pdf/page-runs.ts'
import { readAreas } from '../pdf/reading-order.ts'
import { dropRunningLines } from '../pdf/running-lines.ts'
import { readScannedPages } from '../pdf/scanned-pages.ts'
import { type DraftBlock, type Extractor, paragraph, type Source } from '../text/draft.ts'

async function readPages(pdf: PDFDocumentProxy, losses: Loss[]): Promise<PageRuns[]> {
  const pages: PageRuns[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number)
      pages.push(await readRuns(page))
      page.cleanup()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      losses.push({ kind: 'unreadable', page: number, note: `The page cannot be read: ${reason}` })
      pages.push({ runs: [], turned: [], width: 0, height: 0 })
    }
  }
  return pages
}

async function readMetadata(pdf: PDFDocumentProxy): Promise<Record<string, string | undefined>> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const fields = info as Record<string, unknown>
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : undefined)
  return {
    title: text('Title'),
    author: text('Author'),
    subject: text('Subject'),
    keywords: text('Keywords'),
    created: text('CreationDate'),
    modified: text('ModDate'),
    producer: text('Producer'),
  }
}

function layOut(pages: readonly PageRuns[], losses: Loss[]): DraftBlock[][] {
  const { pages: kept, dropped } = dropRunningLines(pages.map((page) => page.runs))
  if (dropped > 0)
    losses.push({
      kind: 'hidden',
      note: `Headers, footers and page numbers that repeat are left out of ${dropped} pages.`,
    })
  const areas = kept.map((runs) => readAreas(toSegments(runs)))
  const vocabulary = readVocabulary(kept.flatMap((runs) => toLines(runs).map((line) => line.text)))
  const typography = readTypography(areas.flat(), vocabulary)
  return areas.map((of, at) => {
    const page = at + 1
    const turned = pages[at]?.turned ?? []
    const blocks = pageBlocks(of, page, typography)
    if (turned.length === 0) return blocks
    losses.push({ kind: 'layout', page, note: `${turned.length} pieces of turned text stand at the page's end.` })
    return [...blocks, paragraph(turned.join(' '), { page })]
  })
}

type Written = { readonly pages: PageRuns[]; readonly metadata: Record<string, string | undefined> }

async function readWritten(source: Source, losses: Loss[]): Promise<Written> {
  const document = await openPdf(source)
  try {
    return { pages: await readPages(document, losses), metadata: await readMetadata(document) }
  } finally {
    await document.loadingTask.destroy()
  }
}

export const pdf: Extractor = {
  format: 'pdf',
  extract: async (source) => {
    const losses: Loss[] = []
    const { pages, metadata } = await readWritten(source, losses)
    const blocks = layOut(pages, losses)
    const bare = pages.flatMap((page, at) => (page.runs.length === 0 && page.width > 0 ? [at + 1] : []))
    const scans = await readScannedPages(bare, source)
    for (const [page, block] of scans.blocks) blocks[page - 1] = [block]
    const { title, ...others } = metadata
    return {
      blocks: blocks.flat(),
      title,
      metadata: others,
      pages: pages.length,
      losses: [...losses, ...scans.losses],
      ...(scans.ocr.pages.length > 0 ? { ocr: scans.ocr } : {}),
    }
  },
}
