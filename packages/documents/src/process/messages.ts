import type { ExtractedDocument } from '../extracted-document.ts'
import type { ExtractionLimits } from '../limits.ts'

/** What crosses between the process that asks and the one that reads. */
export type ExtractRequest = {
  readonly id: number
  readonly bytes: Uint8Array
  readonly name: string | undefined
  readonly limits: ExtractionLimits
}

export type WireError = {
  readonly code: string
  readonly message: string
  readonly status: number
  readonly retry: 'never' | 'later'
}

export type ExtractReply =
  | { readonly id: number; readonly document: ExtractedDocument }
  | { readonly id: number; readonly error: WireError }

/** Words the watch writes to standard error before it ends the process, for nobody else is left to tell why. */
export const WATCH_WORDS = { memory: 'assay-watch:memory', cpu: 'assay-watch:cpu' } as const
