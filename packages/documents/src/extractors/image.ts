import { createCanvas, loadImage } from '@napi-rs/canvas'
import { DocumentEmpty, DocumentTooLarge, DocumentUnreadable } from '../document-errors.ts'
import { imageSize } from '../ocr/image-size.ts'
import { openRecognizerFor, type Picture } from '../ocr/open-recognizer.ts'
import type { Extractor } from '../text/draft.ts'

const MAX_SIDE_PIXELS = 4_000
/** A page of letter or A4 whose longer side is that long. */
const MAX_RECOGNISED_PIXELS = 12_500_000

/** Decoded here and drawn on white: the engine reads dark letters on a transparent ground as nothing. */
async function prepare(bytes: Uint8Array): Promise<Picture> {
  const image = await loadImage(bytes).catch((error: Error) => {
    throw DocumentUnreadable('image', error.message)
  })
  const { width, height } = image
  const scale = Math.min(
    1,
    MAX_SIDE_PIXELS / Math.max(width, height),
    Math.sqrt(MAX_RECOGNISED_PIXELS / (width * height)),
  )
  const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const png = await canvas.encode('png')
  // The pixels lie outside the heap, where the collector does not feel them.
  canvas.width = 1
  canvas.height = 1
  return { page: 1, png, scale }
}

export const image: Extractor = {
  format: 'image',
  extract: async ({ bytes, limits }) => {
    const size = imageSize(bytes)
    if (!size || size.width * size.height === 0) throw DocumentUnreadable('image', 'its header tells no size')
    const { width, height } = size
    if (width * height > limits.maxPixels)
      throw DocumentTooLarge(`${width} × ${height} pixels, and at most ${limits.maxPixels} are read (maxPixels)`)
    const picture = await prepare(bytes)
    // The unpacked image is freed only when its small handle is, and recognising takes much memory by itself.
    globalThis.gc?.()
    const recognizer = await openRecognizerFor(picture, limits.ocrLanguages)
    try {
      const { block, confidence } = await recognizer.recognize(picture.png, 1, picture.scale)
      if (block.text === '') throw DocumentEmpty('no text was recognised in the image')
      return {
        blocks: [block],
        metadata: { width: String(width), height: String(height) },
        ocr: { language: recognizer.language, pages: [{ page: 1, confidence }] },
      }
    } finally {
      await recognizer.close()
    }
  },
}
