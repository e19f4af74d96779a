import { availableParallelism } from 'node:os'
import { extractionLimits } from '@assay/documents'
import { z } from 'zod'

/** Each may take as much memory as one document is allowed. */
const MOST_READERS_UNASKED = 4

export const indexerEnv = z.object({
  /** Processes that read documents at once. */
  ASSAY_READERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(() => Math.min(MOST_READERS_UNASKED, availableParallelism())),
  /** What scanned pages and pictures may be written in, by Tesseract's codes, such as `eng,deu`. */
  ASSAY_OCR_LANGUAGES: z
    .string()
    .default('eng')
    .transform((codes) => codes.split(',').map((code) => code.trim()))
    .pipe(extractionLimits.shape.ocrLanguages.unwrap()),
})
