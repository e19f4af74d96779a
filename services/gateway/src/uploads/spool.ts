import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type SpooledFile = {
  readonly contentHash: string
  readonly sizeBytes: number
  /** The bytes in order, in parts of 1 MiB and a last one. */
  parts(): AsyncIterable<Buffer>
}

export type Spool = { take(source: Readable): Promise<SpooledFile>; discard(): Promise<void> }

const PART_BYTES = 1024 * 1024

/**
 * A folder where uploads wait until all of their request are here: senders may be slow, and no transaction is held open
 * for them.
 */
export async function openSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-upload-'))
  let count = 0
  return {
    async take(source) {
      const path = join(folder, String(count++))
      const hash = createHash('sha256')
      let sizeBytes = 0
      await pipeline(
        source,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            sizeBytes += chunk.length
            yield chunk
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      )
      return { contentHash: hash.digest('hex'), sizeBytes, parts: () => readParts(path) }
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

async function* readParts(path: string): AsyncGenerator<Buffer> {
  for await (const part of createReadStream(path, { highWaterMark: PART_BYTES })) yield part
}
