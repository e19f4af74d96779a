export { detectFormat } from './detect/detect-format.ts'
export * from './document-errors.ts'
export type { ExtractedDocument, Loss, OcrResult, Origin, Region, TextBlock } from './extracted-document.ts'
export { type Detected, type Format, formats } from './formats.ts'
export { type ExtractionLimits, extractionLimits } from './limits.ts'
export {
  type DocumentExtractor,
  type DocumentInput,
  extractDocument,
  type LimitOptions,
  openExtractor,
} from './process/open-extractor.ts'
export { assessQuality, type Quality } from './quality/assess-quality.ts'
export {
  type GateReason,
  type GateRule,
  gate,
  gateSources,
  type QualityThresholds,
  qualityThresholds,
  type Verdict,
} from './quality/gate.ts'
export type { Measures } from './quality/measures.ts'
export type { PageQuality } from './quality/page-map.ts'
export type { Readability } from './quality/readability.ts'
export type { Contribution } from './quality/score-quality.ts'
