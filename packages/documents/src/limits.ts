import { z } from 'zod'
import { ocrLanguage } from './ocr/languages.ts'

const count = z.int().positive()

/** What one document may cost. Every limit has a default, and each one that is met is named in the error. */
export const extractionLimits = z.object({
  maxBytes: count.default(100 * 2 ** 20),
  maxPages: count.default(2_000),
  /** Recognising a scanned page takes seconds, so few are done; the others are told as losses. */
  maxOcrPages: z.int().nonnegative().default(20),
  /** What pictures may be written in; of several, the one that reads a document's first picture best. */
  ocrLanguages: z.array(ocrLanguage).min(1).default(['eng']),
  maxPixels: count.default(30_000_000),
  maxCharacters: count.default(20_000_000),
  maxArchiveEntries: count.default(5_000),
  maxInflatedBytes: count.default(128 * 2 ** 20),
  /** DEFLATE reaches 1032:1 at most; XML in office files stays below 100:1. */
  maxInflationRatio: count.default(250),
  /** Of the whole process. Text needs 100 to 300 MB; scanned pages with their OCR engine 360 to 430. */
  memoryMb: count.default(512),
  timeoutMs: count.default(120_000),
  cpuMs: count.default(120_000),
})

export type ExtractionLimits = z.infer<typeof extractionLimits>
