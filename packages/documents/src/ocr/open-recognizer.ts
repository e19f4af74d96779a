import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM } from 'tesseract.js'
import { type DraftBlock, scanned } from '../text/draft.ts'

export const OCR_LANGUAGE = 'eng'

type Recognized = {
  readonly block: DraftBlock
  /** 0 to 100, as the engine gives it for the page. */
  readonly confidence: number
}

type Recognizer = {
  /** `scale` is pixels per unit of the source, so that regions come out in its units. */
  readonly recognize: (image: Buffer, page: number, scale: number) => Promise<Recognized>
  readonly close: () => Promise<void>
}

const require = createRequire(import.meta.url)

/** Tesseract with the language data and engine from the installed packages: left to itself, it downloads them. */
export async function openRecognizer(): Promise<Recognizer> {
  const languages = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const worker = await createWorker(OCR_LANGUAGE, OEM.LSTM_ONLY, {
    langPath: join(languages, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  })
  return {
    recognize: async (image, page, scale) => {
      const { data } = await worker.recognize(image, {}, { blocks: true, text: false })
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
      const x = Math.min(...lines.map((line) => line.bbox.x0)) / scale
      const y = Math.min(...lines.map((line) => line.bbox.y0)) / scale
      const region = {
        x,
        y,
        width: Math.max(...lines.map((line) => line.bbox.x1)) / scale - x,
        height: Math.max(...lines.map((line) => line.bbox.y1)) / scale - y,
      }
      const words = lines.map((line) => line.words.map(({ text, confidence }) => ({ text, confidence })))
      return { block: scanned(words, lines.length > 0 ? { page, region } : { page }), confidence: data.confidence }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
