import PDFDocument from 'pdfkit'
import type { SamplePart } from './sample-document.ts'

const HEADING_POINTS = [0, 22, 16]
const BODY_POINTS = 11
const MARGIN = 72

async function collect(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({ margin: MARGIN, info: { Title: 'Sample' }, ...options })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function drawTable(pdf: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  const width = (pdf.page.width - 2 * MARGIN) / (rows[0]?.length ?? 1)
  if (pdf.y + rows.length * 16 > pdf.page.height - MARGIN) pdf.addPage()
  for (const row of rows) {
    const { y } = pdf
    for (const [column, cell] of row.entries()) pdf.text(cell, MARGIN + column * width, y, { width, lineBreak: false })
    pdf.x = MARGIN
    pdf.y = y + 16
  }
  pdf.moveDown()
}

function drawPart(pdf: PDFKit.PDFDocument, part: SamplePart): void {
  pdf.fontSize(part.kind === 'heading' ? (HEADING_POINTS[part.level] ?? BODY_POINTS) : BODY_POINTS)
  if (part.kind === 'table') drawTable(pdf, part.rows)
  else if (part.kind === 'list') for (const item of part.items) pdf.text(`• ${item}`)
  else pdf.text(part.text)
  pdf.moveDown()
}

export const renderPdf = (parts: readonly SamplePart[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  collect((pdf) => {
    for (const part of parts) drawPart(pdf, part)
  }, options)

/** Prose in two columns under a title that spans both. */
export const renderColumns = (title: string, paragraphs: readonly string[]): Promise<Buffer> =>
  collect((pdf) => {
    pdf.fontSize(20).text(title).moveDown()
    pdf.fontSize(10).text(paragraphs.join('\n\n'), { columns: 2, columnGap: 18, align: 'left', height: 560 })
  })

export const renderPages = (pages: readonly string[]): Promise<Buffer> =>
  collect((pdf) => {
    for (const [at, text] of pages.entries()) {
      if (at > 0) pdf.addPage()
      pdf.fontSize(BODY_POINTS).text(text)
    }
  })

/** Pages that are pictures of text, as a scanner makes them. */
export const renderScans = (images: readonly Buffer[]): Promise<Buffer> =>
  collect(
    (pdf) => {
      for (const image of images) pdf.addPage({ margin: 0 }).image(image, 0, 0, { width: pdf.page.width })
    },
    { autoFirstPage: false },
  )

export const renderLocked = (text: string): Promise<Buffer> =>
  collect((pdf) => pdf.text(text), { userPassword: 'secret', ownerPassword: 'owner' })
