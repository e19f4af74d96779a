import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

const DOTS_PER_INCH = 300
const LETTER_WIDTH = 8.5 * DOTS_PER_INCH
const LETTER_HEIGHT = 11 * DOTS_PER_INCH
const MARGIN = DOTS_PER_INCH
const SIZE = (12 * DOTS_PER_INCH) / 72
const WANTED = [
  'Liberation Serif',
  'DejaVu Serif',
  'Liberation Sans',
  'DejaVu Sans',
  'Arial',
  'Helvetica',
  'Times New Roman',
]

/** A font with Latin letters that this machine has; undefined on one without fonts. */
export const availableFont = (): string | undefined => WANTED.find((family) => GlobalFonts.has(family))

/** A letter page at 300 dots per inch with 12-point text, as PNG. */
export async function renderScan(paragraphs: readonly string[], family: string): Promise<Buffer> {
  const canvas = createCanvas(LETTER_WIDTH, LETTER_HEIGHT)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = 'black'
  context.font = `${SIZE}px "${family}"`
  let y = MARGIN
  for (const text of paragraphs) {
    let line = ''
    for (const word of text.split(' ')) {
      if (context.measureText(`${line} ${word}`).width > canvas.width - 2 * MARGIN) {
        context.fillText(line, MARGIN, y)
        y += SIZE * 1.4
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    context.fillText(line, MARGIN, y)
    y += SIZE * 2.4
  }
  return canvas.encode('png')
}
