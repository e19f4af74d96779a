import type { TextMeasures } from './text-measures.ts'

export type Measures = TextMeasures & {
  /** Pages with text as a share of all; null for formats without pages. */
  readonly coverage: number | null
  /** 0 to 100; null without OCR. */
  readonly ocrWordConfidence: number | null
  readonly ocrWorstPageConfidence: number | null
  /** Words below a confidence of 60, as a share. */
  readonly ocrDoubtfulWordShare: number | null
}
