import type { AssayError } from '@assay/contracts'
import type { Conversion } from '@assay/db'
import { assessQuality, type ExtractedDocument, gate, type QualityThresholds, type Verdict } from '@assay/documents'

const STATUS: Readonly<Record<Verdict, Conversion['status']>> = {
  accept: 'converted',
  quarantine: 'quarantined',
  reject: 'rejected',
}

/** What becomes of a document that could be read: how well it came through decides. */
export function judgeDocument(document: ExtractedDocument, thresholds: QualityThresholds): Conversion {
  const quality = assessQuality(document)
  const outcome = gate(quality, thresholds)
  return {
    ...document,
    ocr: document.ocr ?? null,
    status: STATUS[outcome.verdict],
    quality,
    score: quality.score,
    gate: outcome,
    rejection: null,
  }
}

/** What becomes of a document that could not. */
export const refuseDocument = ({ code, message }: AssayError): Conversion => ({
  status: 'rejected',
  format: null,
  title: null,
  language: null,
  text: null,
  pages: null,
  metadata: {},
  map: [],
  blocks: [],
  ocr: null,
  losses: [],
  quality: null,
  score: null,
  gate: null,
  rejection: { code, message },
})
