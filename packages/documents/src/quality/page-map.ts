import type { ExtractedDocument } from '../extracted-document.ts'
import { wordsOf } from './prose.ts'
import { damagedWords } from './text-measures.ts'

export type PageQuality = {
  readonly page: number
  readonly characters: number
  readonly words: number
  readonly damagedWords: number
  /** 0 to 100; null if the page was not recognised from a picture. */
  readonly ocrConfidence: number | null
  readonly losses: readonly string[]
}

/** What came out of every page, slide or sheet, and what did not. Empty for formats without pages. */
export function mapPages({ text, map, pages, ocr, losses }: ExtractedDocument): PageQuality[] {
  const sheets = [...new Set(map.flatMap((span) => span.sheet ?? []))]
  const pageOf = (span: ExtractedDocument['map'][number]) =>
    span.page ?? span.slide ?? (span.sheet === undefined ? undefined : sheets.indexOf(span.sheet) + 1)
  if (!map.some((span) => pageOf(span) !== undefined) && pages === 1) return []
  const texts = new Map<number, string[]>()
  for (const span of map) {
    const page = pageOf(span)
    if (page === undefined) continue
    const parts = texts.get(page) ?? []
    parts.push(text.slice(span.start, span.end))
    texts.set(page, parts)
  }
  const notes = Map.groupBy(losses, (loss) => loss.page ?? 0)
  const confidences = new Map(ocr?.pages.map((page) => [page.page, page.confidence]))
  return Array.from({ length: pages }, (_, at) => {
    const page = at + 1
    const own = (texts.get(page) ?? []).join('\n')
    return {
      page,
      characters: own.length,
      words: wordsOf(own).length,
      damagedWords: damagedWords(own),
      ocrConfidence: confidences.get(page) ?? null,
      losses: (notes.get(page) ?? []).map((loss) => loss.note),
    }
  })
}
