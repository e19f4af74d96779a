import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { DocumentBomb, DocumentEncrypted, DocumentTruncated, DocumentUnreadable } from '../document-errors.ts'
import type { Source } from '../text/draft.ts'
import { refuseEntityBomb } from './refuse-entity-bomb.ts'

export type Archive = {
  readonly names: readonly string[]
  /** The text of a member, or undefined if there is none. */
  readonly text: (name: string) => string | undefined
}

/** Small archives may have any ratio: a few kilobytes of one repeated letter are no attack. */
const RATIO_COUNTS_FROM_BYTES = 4 * 2 ** 20
const IS_TEXT = /\.(?:xml|rels|xhtml|html?|opf|ncx|css|txt)$|^mimetype$/i

async function inflate(zip: ZipFile, entry: Entry, onBytes: (size: number) => void, keep: boolean): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onBytes(chunk.length)
    if (keep) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Opens an office or EPUB archive after counting what its members really inflate to: the sizes that an archive
 * declares may lie, and the libraries that read it later do not count.
 */
export async function openArchive({ bytes, limits }: Source, format: string): Promise<Archive> {
  const members = new Map<string, Buffer>()
  const names: string[] = []
  let inflated = 0
  const count = (size: number) => {
    inflated += size
    if (inflated > limits.maxInflatedBytes)
      throw DocumentBomb(`it inflates to more than ${limits.maxInflatedBytes} bytes (maxInflatedBytes)`)
    if (inflated > RATIO_COUNTS_FROM_BYTES && inflated > bytes.length * limits.maxInflationRatio)
      throw DocumentBomb(`it inflates to more than ${limits.maxInflationRatio} times its size (maxInflationRatio)`)
  }
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    })
    if (zip.entryCount > limits.maxArchiveEntries)
      throw DocumentBomb(`it has ${zip.entryCount} members (maxArchiveEntries is ${limits.maxArchiveEntries})`)
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw DocumentEncrypted(format)
      if (entry.fileName.endsWith('/')) continue
      // What is declared is refused at once; what is not is counted below.
      if (inflated + entry.uncompressedSize > limits.maxInflatedBytes) count(entry.uncompressedSize)
      const isText = IS_TEXT.test(entry.fileName)
      const data = await inflate(zip, entry, count, isText)
      names.push(entry.fileName)
      if (!isText) continue
      members.set(entry.fileName, data)
      refuseEntityBomb(data.toString('latin1', 0, 4096), `its part ${entry.fileName}`)
    }
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error === false || typeof error.code !== 'string') {
      const reason = error instanceof Error ? error.message : String(error)
      if (/end of central directory|truncated|unexpected end/i.test(reason))
        throw DocumentTruncated(format, 'the archive ends too early')
      if (/too many bytes/i.test(reason)) throw DocumentBomb('a part inflates to more than it declares')
      throw DocumentUnreadable(format, reason)
    }
    if (error.code.startsWith('Z_')) throw DocumentUnreadable(format, `a part cannot be inflated (${error.message})`)
    throw error
  }
  return { names, text: (name) => members.get(name)?.toString('utf8') }
}
