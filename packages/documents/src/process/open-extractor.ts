import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DocumentEmpty, DocumentNotFound, DocumentTooLarge } from '../document-errors.ts'
import type { ExtractedDocument } from '../extracted-document.ts'
import { type ExtractionLimits, extractionLimits } from '../limits.ts'
import { type ReadingProcess, startReadingProcess } from './reading-process.ts'

type NamedBytes = { readonly bytes: Uint8Array; readonly name?: string | undefined }

/** A path, bytes, or what gives these once it is their turn, so that those that wait hold no bytes. */
export type DocumentInput = string | Uint8Array | NamedBytes | (() => Promise<NamedBytes>)

export type LimitOptions = { readonly [Limit in keyof ExtractionLimits]?: ExtractionLimits[Limit] | undefined }

export type ExtractorOptions = LimitOptions & {
  /** Processes that read at once, each with these limits of its own; those beyond the first are started when needed. */
  readonly readers?: number | undefined
}

export type DocumentExtractor = {
  /** As many at once as there are readers; others wait, in the order they were asked for. */
  readonly extract: (input: DocumentInput, options?: { signal?: AbortSignal | undefined }) => Promise<ExtractedDocument>
  readonly close: () => Promise<void>
}

async function load(input: DocumentInput, limits: ExtractionLimits): Promise<NamedBytes> {
  const tooLarge = (size: number) =>
    DocumentTooLarge(`${size} bytes, and at most ${limits.maxBytes} are read (maxBytes)`)
  if (typeof input !== 'string') {
    const given = typeof input === 'function' ? await input() : input
    const loaded = given instanceof Uint8Array ? { bytes: given } : given
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

type Reader = { process?: ReadingProcess }

/**
 * Reads documents in processes of their own with limited memory, time and rights. A process is kept between documents,
 * and replaced after it was ended for a document that broke a limit, so one document cannot spoil the next.
 */
export function openExtractor({ readers = 1, ...options }: ExtractorOptions = {}): DocumentExtractor {
  const limits = extractionLimits.parse(options)
  const idle: Reader[] = Array.from({ length: readers }, () => ({}))
  const waiting: ((reader: Reader) => void)[] = []
  let nextId = 1

  /** The one used last comes first: a process is started only where all others are busy. */
  const take = () =>
    new Promise<Reader>((resolve) => {
      const reader = idle.pop()
      if (reader) resolve(reader)
      else waiting.push(resolve)
    })
  const giveBack = (reader: Reader) => {
    const next = waiting.shift()
    if (next) next(reader)
    else idle.push(reader)
  }

  const read = async (reader: Reader, input: DocumentInput, signal: AbortSignal | undefined) => {
    signal?.throwIfAborted()
    const { bytes, name } = await load(input, limits)
    if (bytes.length === 0) throw DocumentEmpty('it has 0 bytes')
    if (!reader.process?.alive()) reader.process = startReadingProcess(limits)
    return reader.process.read({ id: nextId++, bytes, name, limits }, signal)
  }

  return {
    extract: async (input, { signal } = {}) => {
      const reader = await take()
      return read(reader, input, signal).finally(() => giveBack(reader))
    },
    close: async () => {
      const all = await Promise.all(Array.from({ length: readers }, take))
      await Promise.all(all.map((reader) => reader.process?.close()))
      for (const reader of all) giveBack(reader)
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
