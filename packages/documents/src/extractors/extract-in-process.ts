import { isAssayError } from '@assay/contracts'
import { detectFormat } from '../detect/detect-format.ts'
import {
  DocumentEmpty,
  DocumentEncrypted,
  DocumentTruncated,
  DocumentUnreadable,
  DocumentUnsupported,
} from '../document-errors.ts'
import type { ExtractedDocument } from '../extracted-document.ts'
import type { Format, Refusal } from '../formats.ts'
import type { ExtractionLimits } from '../limits.ts'
import { assemble } from '../text/assemble.ts'
import { detectLanguage } from '../text/detect-language.ts'
import type { Extractor } from '../text/draft.ts'

/** Loaded when first needed: the PDF and OCR engines alone take a third of a second. */
const extractors: Readonly<Record<Format, () => Promise<Extractor>>> = {
  pdf: async () => (await import('./pdf.ts')).pdf,
  docx: async () => (await import('./docx.ts')).docx,
  pptx: async () => (await import('./pptx.ts')).pptx,
  xlsx: async () => (await import('./xlsx.ts')).xlsx,
  html: async () => (await import('./html.ts')).html,
  epub: async () => (await import('./epub.ts')).epub,
  markdown: async () => (await import('./markdown.ts')).markdown,
  text: async () => (await import('./plain-text.ts')).plainText,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
  source: async () => (await import('./source-code.ts')).sourceCode,
  email: async () => (await import('./email.ts')).email,
  image: async () => (await import('./image.ts')).image,
}

function refuse({ refused, what }: Refusal): Error {
  if (refused === 'empty') return DocumentEmpty(what)
  if (refused === 'encrypted') return DocumentEncrypted(what)
  if (refused === 'truncated') return DocumentTruncated(what, 'its end is missing')
  return DocumentUnsupported(what)
}

/** Reads a document in this process. Only for documents that are trusted; all others belong behind `openExtractor`. */
export async function extractInProcess(
  bytes: Uint8Array,
  name: string | undefined,
  limits: ExtractionLimits,
): Promise<ExtractedDocument> {
  const detected = detectFormat(bytes, name)
  if ('refused' in detected) throw refuse(detected)
  const { format } = detected
  const extractor = await extractors[format]()
  try {
    return assemble(await extractor.extract({ bytes, name, limits }), format, limits, detectLanguage)
  } catch (error) {
    if (isAssayError(error)) throw error
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '').slice(0, 200) : String(error)
    throw Object.assign(DocumentUnreadable(format, reason.replace(/\.$/, '') || 'its reader gave up'), { cause: error })
  }
}
