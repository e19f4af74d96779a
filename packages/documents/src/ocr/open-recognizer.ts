import { createWorker, OEM } from 'tesseract.js'
import { type DraftBlock, scanned } from '../text/draft.ts'
import { languageFolder } from './languages.ts'

type Recognized = {
  readonly block: DraftBlock
  /** 0 to 100, as the engine gives it for the page. */
  readonly confidence: number
}

export type Recognizer = {
  readonly language: string
  /** `scale` is pixels per unit of the source, so that regions come out in its units. */
  readonly recognize: (image: Buffer, page: number, scale: number) => Promise<Recognized>
  readonly close: () => Promise<void>
}

/** Drawn text; `scale` is pixels per unit of the source. */
export type Picture = { readonly page: number; readonly png: Buffer; readonly scale: number }

/**
 * The engine for the one of the languages that reads a picture with most confidence: of a document, its first. The
 * engine's own way to read in several at once takes data from a single folder, and each language is a package.
 */
export async function openRecognizerFor(
  { png, page, scale }: Picture,
  languages: readonly string[],
): Promise<Recognizer> {
  let best: { language: string; confidence: number } | undefined
  for (const language of languages.length > 1 ? languages : []) {
    const recognizer = await openRecognizer(language)
    try {
      const { confidence } = await recognizer.recognize(png, page, scale)
      if (!best || confidence > best.confidence) best = { language, confidence }
    } finally {
      await recognizer.close()
    }
  }
  return openRecognizer(best?.language ?? languages[0] ?? 'eng')
}

/** Tesseract with the language data and engine from the installed packages: left to itself, it downloads them. */
async function openRecognizer(language: string): Promise<Recognizer> {
  const langPath = languageFolder(language)
  if (langPath === undefined) throw new Error(`No data is installed for ${language}`)
  const worker = await createWorker(language, OEM.LSTM_ONLY, { langPath, cacheMethod: 'none', gzip: true })
  return {
    language,
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
