import { type DocumentExtractor, type ExtractedDocument, type LimitOptions, openExtractor } from '@assay/documents'
import { childUsage } from './process-usage.ts'

export type Measured = {
  readonly document: ExtractedDocument | undefined
  readonly code: string | undefined
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)

/** Reads one document in a process that is warm for its format, and tells what that took. */
export async function measure(
  bytes: Uint8Array,
  { name, limits = {}, warm }: { name?: string; limits?: LimitOptions; warm?: Uint8Array } = {},
): Promise<Measured> {
  const extractor: DocumentExtractor = openExtractor(limits)
  try {
    await extractor.extract(warm ?? Buffer.from('A document to start the process with.'))
    const before = childUsage().cpuSeconds
    const started = performance.now()
    let code: string | undefined
    const document = await extractor.extract({ bytes, name }).catch((error: unknown) => {
      code = codeOf(error)
      return undefined
    })
    const seconds = (performance.now() - started) / 1000
    const { cpuSeconds, megabytes } = childUsage()
    return { document, code, seconds, cpuSeconds: Math.max(0, cpuSeconds - before), megabytes }
  } finally {
    await extractor.close()
  }
}
