import { constants, createInflate } from 'node:zlib'
import { DocumentBomb } from '../document-errors.ts'
import type { ExtractionLimits } from '../limits.ts'

/** The dictionary of a stream stands before it and is short. */
const DICTIONARY_BYTES = 1_000

/** Packed streams of a file. Pictures are left out: large ones pack as well as any bomb, and their size is told apart. */
function* packedStreams(file: Buffer): Generator<Buffer> {
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at)) {
    const end = file.indexOf('endstream', at)
    if (end === -1) return
    const before = file.subarray(Math.max(0, at - DICTIONARY_BYTES), at).toString('latin1')
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (/\/Fl(?:ateDecode)?\b/.test(dictionary) && !/\/Subtype\s*\/Image\b/.test(dictionary)) {
      yield file.subarray(at + (file.indexOf('\n', at) === at + 'stream'.length ? 7 : 8), end)
    }
    at = end + 'endstream'.length
  }
}

async function unpackedBytes(packed: Buffer, limit: number): Promise<number> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH })
  inflate.end(packed)
  let size = 0
  try {
    for await (const chunk of inflate) {
      size += (chunk as Buffer).length
      if (size > limit) break
    }
  } catch {
    // A damaged stream; what stands before the damage is counted.
  }
  return size
}

/** pdf.js unpacks a page whole, however little it was packed into. @throws DocumentBomb before it does. */
export async function refusePackedBomb(bytes: Uint8Array, limits: ExtractionLimits): Promise<void> {
  const { maxInflatedBytes, maxInflationRatio } = limits
  let unpacked = 0
  for (const packed of packedStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    const size = await unpackedBytes(packed, maxInflatedBytes)
    if (size > packed.length * maxInflationRatio || size > maxInflatedBytes) unpacked += size
    if (unpacked > maxInflatedBytes) {
      throw DocumentBomb(`its pages unpack to more than ${maxInflatedBytes} bytes (maxInflatedBytes)`)
    }
  }
}
