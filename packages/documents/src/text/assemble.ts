import { DocumentEmpty, DocumentTooLarge } from '../document-errors.ts'
import type { ExtractedDocument, OcrResult, TextBlock } from '../extracted-document.ts'
import type { Format } from '../formats.ts'
import type { ExtractionLimits } from '../limits.ts'
import type { Draft } from './draft.ts'
import { oneLine } from './normalize-text.ts'

const GAP = '\n\n'

function languageOf(draft: Draft, text: string, detect: (text: string) => string | null): string | null {
  const declared = draft.language?.split(/[-_]/)[0]?.trim().toLowerCase() || detect(text)
  return declared === 'und' ? null : declared
}

/**
 * Joins a draft's blocks into the document's text and gives everything its offsets.
 * Blocks are parted by line feeds, which compose with nothing, so NFC blocks stay NFC when joined.
 */
export function assemble(
  draft: Draft,
  format: Format,
  limits: ExtractionLimits,
  detectLanguage: (text: string) => string | null,
): ExtractedDocument {
  const parts: string[] = []
  const map: ExtractedDocument['map'] = []
  const blocks: TextBlock[] = []
  const headings: { level: number; title: string }[] = []
  const pages: OcrResult['pages'] = (draft.ocr?.pages ?? []).map((page) => ({ ...page, words: [] }))
  const wordsOf = new Map(pages.map((page) => [page.page, page.words]))
  let end = 0

  for (const block of draft.blocks) {
    if (block.text.trim() === '') continue
    const start = end === 0 ? 0 : end + GAP.length
    end = start + block.text.length
    if (end > limits.maxCharacters)
      throw DocumentTooLarge(`more than ${limits.maxCharacters} characters (maxCharacters)`)
    parts.push(block.text)

    const { kind, level = 1 } = block
    while (kind === 'heading' && (headings.at(-1)?.level ?? 0) >= level) headings.pop()
    const path = headings.map((above) => above.title)
    if (kind === 'heading') headings.push({ level, title: block.heading ?? block.text })
    blocks.push({ start, end, kind, path, ...(kind === 'heading' ? { level } : {}) })
    if (block.origin) map.push({ ...block.origin, start, end })
    const words = wordsOf.get(block.origin?.page ?? 1)
    for (const word of block.words ?? [])
      words?.push({ start: start + word.start, end: start + word.end, confidence: word.confidence })
  }

  const text = parts.join(GAP)
  if (text === '') throw DocumentEmpty(draft.losses?.[0]?.note.replace(/\.$/, '') ?? `the ${format} file has none`)
  const firstHeading = draft.blocks.find((block) => block.kind === 'heading' && block.heading)?.heading
  return {
    text,
    title: oneLine(draft.title ?? '') || firstHeading || null,
    language: languageOf(draft, text, detectLanguage),
    metadata: Object.fromEntries(
      Object.entries(draft.metadata ?? {}).flatMap(([key, value]) => (value ? [[key, oneLine(value)]] : [])),
    ),
    format,
    map,
    blocks,
    ...(draft.ocr ? { ocr: { language: draft.ocr.language, pages } } : {}),
    pages: draft.pages ?? 1,
    losses: [...(draft.losses ?? [])],
  }
}
