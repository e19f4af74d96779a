const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const MAX_COMMENT_BYTES = 65_535
const MAX_NAMES = 2_000

type ZipListing = {
  readonly names: readonly string[]
  /** Without the directory at its end, an archive is only the beginning of one. */
  readonly whole: boolean
  readonly encrypted: boolean
  /** A stored first member called `mimetype` holds the type of EPUB and OpenDocument files. */
  readonly mimetype: string | undefined
}

const decoder = new TextDecoder()

function findDirectory(view: DataView): { at: number; entries: number } | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - MAX_COMMENT_BYTES)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY)
      return { at: view.getUint32(at + 16, true), entries: view.getUint16(at + 10, true) }
  return undefined
}

function firstMember(
  view: DataView,
  bytes: Uint8Array,
): { name: string; stored: string; encrypted: boolean } | undefined {
  if (view.byteLength < 30) return undefined
  const nameLength = view.getUint16(26, true)
  const dataAt = 30 + nameLength + view.getUint16(28, true)
  return {
    name: decoder.decode(bytes.subarray(30, 30 + nameLength)),
    stored: decoder.decode(bytes.subarray(dataAt, dataAt + Math.min(200, view.getUint32(18, true)))),
    encrypted: (view.getUint16(6, true) & 1) === 1,
  }
}

/** The names in an archive, without opening any member; undefined if the bytes are no archive. */
export function listZipNames(bytes: Uint8Array): ZipListing | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4) return undefined
  const isEmpty = view.getUint32(0, true) === END_OF_DIRECTORY
  if (view.getUint32(0, true) !== LOCAL_HEADER && !isEmpty) return undefined

  const first = firstMember(view, bytes)
  const mimetype = first?.name === 'mimetype' ? first.stored.trim() : undefined
  const directory = findDirectory(view)
  if (!directory) return { names: first ? [first.name] : [], whole: false, encrypted: false, mimetype }

  const names: string[] = []
  let encrypted = false
  let at = directory.at
  while (names.length < MAX_NAMES && at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL_HEADER) {
    const nameLength = view.getUint16(at + 28, true)
    encrypted ||= (view.getUint16(at + 8, true) & 1) === 1
    names.push(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, whole: true, encrypted, mimetype }
}
