import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DocumentEmpty, DocumentNotFound, DocumentTooLarge } from '../document-errors.ts'
import type { ExtractedDocument } from '../extracted-document.ts'
import { type ExtractionLimits, extractionLimits } from '../limits.ts'
import { type ReadingProcess, startReadingProcess } from './reading-process.ts'

/** A path, or bytes with the name they came under. */
export type DocumentInput = string | Uint8Array | { readonly bytes: Uint8Array; readonly name?: string | undefined }

export type LimitOptions = { readonly [Limit in keyof ExtractionLimits]?: ExtractionLimits[Limit] | undefined }

export type DocumentExtractor = {
  /** One document after the other; the second waits until the first is done. */
  readonly extract: (input: DocumentInput, options?: { signal?: AbortSignal | undefined }) => Promise<ExtractedDocument>
  readonly close: () => Promise<void>
}

async function load(
  input: DocumentInput,
  limits: ExtractionLimits,
): Promise<{ bytes: Uint8Array; name?: string | undefined }> {
  const tooLarge = (size: number) =>
    DocumentTooLarge(`${size} bytes, and at most ${limits.maxBytes} are read (maxBytes)`)
  if (typeof input !== 'string') {
    const loaded = input instanceof Uint8Array ? { bytes: input } : input
    if (loaded.bytes.length > limits.maxBytes) throw tooLarge(loaded.bytes.length)
    return loaded
  }
  const found = await stat(input).catch(() => undefined)
  if (!found?.isFile()) throw DocumentNotFound(input)
  if (found.size > limits.maxBytes) throw tooLarge(found.size)
  const bytes = await readFile(input).catch(() => {
    throw DocumentNotFound(input)
  })
  return { bytes, name: basename(input) }
}

/**
 * Reads documents in a process of its own with limited memory, time and rights. The process is kept between documents,
 * and replaced after it was ended for a document that broke a limit, so one document cannot spoil the next.
 */
export function openExtractor(options: LimitOptions = {}): DocumentExtractor {
  const limits = extractionLimits.parse(options)
  let reading: ReadingProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let nextId = 1

  const read = async (input: DocumentInput, signal: AbortSignal | undefined): Promise<ExtractedDocument> => {
    signal?.throwIfAborted()
    const { bytes, name } = await load(input, limits)
    if (bytes.length === 0) throw DocumentEmpty('it has 0 bytes')
    if (!reading?.alive()) reading = startReadingProcess(limits)
    return reading.read({ id: nextId++, bytes, name, limits }, signal)
  }

  return {
    extract: (input, { signal } = {}) => {
      const result = last.then(() => read(input, signal))
      last = result.catch(() => undefined)
      return result
    },
    close: async () => {
      await last
      await reading?.close()
    },
  }
}

/** Reads one document in a process started for it alone. For several, `openExtractor` saves the start of each. */
export async function extractDocument(
  input: DocumentInput,
  { limits, signal }: { limits?: LimitOptions; signal?: AbortSignal } = {},
): Promise<ExtractedDocument> {
  const extractor = openExtractor(limits)
  try {
    return await extractor.extract(input, { signal })
  } finally {
    await extractor.close()
  }
}
