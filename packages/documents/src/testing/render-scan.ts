import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

const DOTS_PER_INCH = 300
const LETTER_WIDTH = 8.5 * DOTS_PER_INCH
const LETTER_HEIGHT = 11 * DOTS_PER_INCH
const MARGIN = DOTS_PER_INCH
const SIZE = (12 * DOTS_PER_INCH) / 72

// A font of its own, as machines without any would leave recognition untested.
const FAMILY = 'Scanned'
const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')
if (!GlobalFonts.registerFromPath(font, FAMILY)) throw new Error(`No font can be read from ${font}`)

/** A letter page at 300 dots per inch with 12-point text, as PNG. */
export async function renderScan(paragraphs: readonly string[]): Promise<Buffer> {
  const canvas = createCanvas(LETTER_WIDTH, LETTER_HEIGHT)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = 'black'
  context.font = `${SIZE}px "${FAMILY}"`
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
