import { z } from 'zod'
import { formats } from './formats.ts'

const offset = z.int().nonnegative()

/** Points for PDF and pixels for images, from the top left corner. */
const region = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** Where in the source something stands. Pages, slides and lines count from 1. */
const origin = z.object({
  page: z.int().positive().optional(),
  slide: z.int().positive().optional(),
  sheet: z.string().optional(),
  part: z.string().optional(),
  line: z.int().positive().optional(),
  region: region.optional(),
})

export const blockKinds = ['heading', 'paragraph', 'list', 'table', 'code', 'quote'] as const

const block = z.object({
  start: offset,
  end: offset,
  kind: z.enum(blockKinds),
  level: z.int().min(1).max(6).optional(),
  /** The headings above, outermost first. */
  path: z.array(z.string()),
})

const ocr = z.object({
  language: z.string(),
  pages: z.array(
    z.object({
      page: z.int().positive(),
      confidence: z.number(),
      words: z.array(z.object({ start: offset, end: offset, confidence: z.number() })),
    }),
  ),
})

/** Something of the source that is not in the text, told instead of passed over. */
const loss = z.object({
  kind: z.enum(['image', 'attachment', 'encoding', 'hidden', 'limit', 'unreadable', 'layout']),
  page: z.int().positive().optional(),
  part: z.string().optional(),
  note: z.string(),
})

export const extractedDocument = z.object({
  /** Markdown-like: LF, NFC, well-formed Unicode; blocks are parted by one empty line. */
  text: z.string(),
  title: z.string().nullable(),
  /** As the document declares it or, for common languages, as its text shows; null if it cannot be told. */
  language: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  format: z.enum(formats),
  /** Ordered and without overlap: `text.slice(start, end)` came from this place of the source. */
  map: z.array(origin.extend({ start: offset, end: offset })),
  blocks: z.array(block),
  ocr: ocr.optional(),
  /** Pages, slides, sheets or parts; 1 for formats without. */
  pages: z.int().positive(),
  losses: z.array(loss),
})

export type ExtractedDocument = z.infer<typeof extractedDocument>
export type TextBlock = z.infer<typeof block>
export type Loss = z.infer<typeof loss>
export type Origin = z.infer<typeof origin>
export type Region = z.infer<typeof region>
export type OcrResult = z.infer<typeof ocr>
