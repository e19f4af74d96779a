import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const require = createRequire(import.meta.url)

/** Where the installed data of a language lies; undefined where there is none. */
export const languageFolder = (code: string): string | undefined => {
  try {
    return join(dirname(require.resolve(`@tesseract.js-data/${code}/package.json`)), '4.0.0_best_int')
  } catch {
    return undefined
  }
}

/** Tesseract's code of a language whose data is installed, such as eng, deu, fra. */
export const ocrLanguage = z
  .string()
  .regex(/^[a-z]{3}(?:_[a-z]+)?$/, 'give the code of a language as Tesseract has it, such as eng')
  .refine((code) => languageFolder(code) !== undefined, {
    error: ({ input }) => `there is no data for this language; install the package @tesseract.js-data/${input}`,
  })
