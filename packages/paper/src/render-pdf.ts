import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PdfDocument from 'pdfkit'
import type { Block } from './blocks.ts'
import { runsOf } from './further-fonts.ts'

const MARGIN = 54
const INK = '#1a2230'
const PALE = '#5d6a80'
const GREEN = '#2f6f5e'
const SIZES = { 1: 20, 2: 14, 3: 11 } as const

/** Fonts of its own, as those every PDF reader has know Western letters only. */
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

type Page = InstanceType<typeof PdfDocument>

/** Blocks as PDF in A4. The same blocks give the same bytes. */
export const renderPdf = async (
  blocks: readonly Block[],
  { title, madeAt }: { title: string; madeAt: Date },
): Promise<Buffer> => {
  const pdf = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    info: { Title: title, Producer: 'Assay', Creator: 'Assay', CreationDate: madeAt },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.registerFont('text', join(fonts, 'DejaVuSans.ttf')).registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'))
  for (const block of blocks) draw(pdf, block)
  numberPages(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

const draw = (pdf: Page, block: Block): void => {
  switch (block.kind) {
    case 'heading':
      keepTogether(pdf, 60)
      pdf.moveDown(block.level === 1 ? 0 : 0.8)
      pdf.fontSize(SIZES[block.level]).fillColor(INK)
      write(pdf, 'bold', block.text).moveDown(0.3)
      return
    case 'paragraph':
      pdf.fontSize(9.5).fillColor(PALE)
      write(pdf, 'text', block.text).moveDown(0.4)
      return
    case 'list':
      for (const item of block.items) drawItem(pdf, item)
      return
    case 'quote':
      drawQuote(pdf, block)
      return
    case 'table':
      drawTable(pdf, block)
      return
    case 'bars':
      drawBars(pdf, block)
  }
}

const drawItem = (pdf: Page, item: string): void => {
  keepTogether(pdf, 14)
  const top = pdf.y
  pdf
    .font('text')
    .fontSize(9.5)
    .fillColor(INK)
    .text('•', MARGIN + 4, top, { lineBreak: false })
  write(pdf, 'text', item, { x: MARGIN + 16, y: top }).moveDown(0.2)
  pdf.x = MARGIN
}

const drawQuote = (pdf: Page, { text, source }: Extract<Block, { kind: 'quote' }>): void => {
  keepTogether(pdf, 40)
  const top = pdf.y
  pdf.fontSize(9.5).fillColor(INK)
  write(pdf, 'text', text, { x: MARGIN + 12, y: top + 2 })
  pdf.fontSize(7.5).fillColor(PALE)
  write(pdf, 'text', source, { x: MARGIN + 12, y: pdf.y })
  // On a new page the line would be drawn upwards.
  if (pdf.y > top) pdf.rect(MARGIN, top, 2.5, pdf.y - top).fill(GREEN)
  pdf.x = MARGIN
  pdf.moveDown(0.5)
}

const drawTable = (pdf: Page, { head, rows }: Extract<Block, { kind: 'table' }>): void => {
  const width = (pdf.page.width - 2 * MARGIN) / head.length
  for (const [at, cells] of [head, ...rows].entries()) {
    const options = { width: width - 6 }
    const font = at === 0 ? 'bold' : 'text'
    pdf.font(font).fontSize(8).fillColor(INK)
    const height = Math.max(...cells.map((cell) => pdf.heightOfString(shown(cell) || ' ', options)))
    keepTogether(pdf, height + 6)
    const top = pdf.y
    for (const [column, cell] of cells.entries()) {
      write(pdf, font, cell, { x: MARGIN + column * width, y: top, ...options })
    }
    pdf.y = top + height + 4
    pdf
      .moveTo(MARGIN, pdf.y - 2)
      .lineTo(pdf.page.width - MARGIN, pdf.y - 2)
      .lineWidth(0.4)
      .stroke('#d5dbe5')
  }
  pdf.x = MARGIN
  pdf.moveDown(0.6)
}

const BARS_HEIGHT = 90

const drawBars = (pdf: Page, { title, bars }: Extract<Block, { kind: 'bars' }>): void => {
  keepTogether(pdf, BARS_HEIGHT + 70)
  pdf.moveDown(0.8)
  pdf.fontSize(9.5).fillColor(INK)
  write(pdf, 'bold', title).moveDown(1)
  const top = pdf.y
  const step = Math.min(44, (pdf.page.width - 2 * MARGIN) / Math.max(1, bars.length))
  const most = Math.max(1, ...bars.map(({ value }) => value))
  // Labels that would run into each other are left out.
  const every = Math.ceil(34 / step)
  pdf.font('text').fontSize(7)
  for (const [at, { label, value, text }] of bars.entries()) {
    const height = (BARS_HEIGHT * value) / most
    const x = MARGIN + at * step
    const words = { width: step * every, lineBreak: false }
    pdf.rect(x + 2, top + BARS_HEIGHT - height, step - 4, height).fill(GREEN)
    if (at % every !== 0) continue
    pdf.fillColor(INK).text(text, x + 2, top + BARS_HEIGHT - height - 9, words)
    pdf.fillColor(PALE).text(label, x + 2, top + BARS_HEIGHT + 4, words)
  }
  pdf.x = MARGIN
  pdf.y = top + BARS_HEIGHT + 22
}

/** Writes a text in a font of the report, and what letters that has not in others; leaves the font as it was given. */
const write = (
  pdf: Page,
  font: 'text' | 'bold',
  text: string,
  { x = pdf.x, y = pdf.y, width }: { x?: number; y?: number; width?: number } = {},
): Page => {
  const runs = runsOf(shown(text))
  const box = width === undefined ? {} : { width }
  for (const [at, run] of runs.entries()) {
    pdf.font(run.piece?.path ?? font)
    const options = { ...box, continued: at < runs.length - 1 }
    if (at === 0) pdf.text(run.text, x, y, options)
    else pdf.text(run.text, options)
  }
  if (runs.length === 0) pdf.font(font).text('', x, y)
  return pdf.font(font)
}

/** Begins a new page where what follows would be torn apart. */
const keepTogether = (pdf: Page, height: number): void => {
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage()
}

const numberPages = (pdf: Page): void => {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0
    pdf.font('text').fontSize(7.5).fillColor(PALE)
    pdf.text(`${page + 1} of ${count}`, MARGIN, pdf.page.height - 34, { align: 'right', lineBreak: false })
  }
}

/** Signs that steer a terminal or a page have no place on paper. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
