import type { Detected } from '../formats.ts'
import { listZipNames } from './zip-names.ts'

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

const unsupported = (what: string): Detected => ({ refused: 'unsupported', what })

/** First bytes, and what they begin. */
const SIGNATURES: readonly (readonly [string, Detected])[] = [
  ['\x89PNG\r\n\x1a\n', { format: 'image' }],
  ['\xff\xd8\xff', { format: 'image' }],
  ['GIF87a', { format: 'image' }],
  ['GIF89a', { format: 'image' }],
  ['II*\0', unsupported('A TIFF image')],
  ['MM\0*', unsupported('A TIFF image')],
  ['\x1f\x8b', unsupported('A gzip archive')],
  ['BZh', unsupported('A bzip2 archive')],
  ['7z\xbc\xaf\x27\x1c', unsupported('A 7-Zip archive')],
  ['Rar!\x1a\x07', unsupported('A RAR archive')],
  ['\xfd7zXZ\0', unsupported('An xz archive')],
  ['\x28\xb5\x2f\xfd', unsupported('A zstd archive')],
  ['\x7fELF', unsupported('A program')],
  ['MZ\x90\0', unsupported('A program')],
  ['\xca\xfe\xba\xbe', unsupported('A program')],
  ['\xcf\xfa\xed\xfe', unsupported('A program')],
  ['SQLite format 3\0', unsupported('An SQLite database')],
  ['{\\rtf', unsupported('An RTF file')],
  ['%!PS', unsupported('A PostScript file')],
  ['OggS', unsupported('A sound file')],
  ['ID3', unsupported('A sound file')],
]

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

function zipFormat(bytes: Uint8Array): Detected | undefined {
  const zip = listZipNames(bytes)
  if (!zip) return undefined
  const has = (prefix: string) => zip.names.some((name) => name.startsWith(prefix))
  const isOffice = has('[Content_Types].xml')
  const isEpub = zip.mimetype === 'application/epub+zip' || has('META-INF/container.xml')
  const kind = isEpub ? 'EPUB' : 'office'
  if (!zip.whole)
    return isOffice || isEpub || has('_rels/') || has('word/')
      ? { refused: 'truncated', what: kind }
      : unsupported('A zip archive that is not whole')
  if (zip.encrypted && (isOffice || isEpub)) return { refused: 'encrypted', what: kind }
  if (isEpub) return { format: 'epub' }
  if (isOffice && has('word/')) return { format: 'docx' }
  if (isOffice && has('ppt/')) return { format: 'pptx' }
  if (isOffice && has('xl/')) return { format: 'xlsx' }
  return unsupported(zip.mimetype?.includes('opendocument') ? 'An OpenDocument file' : 'A zip archive')
}

/** A password turns an office file into an OLE container with this stream; older office files are OLE too. */
function oleFormat(bytes: Uint8Array): Detected {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted)
  return found
    ? { refused: 'encrypted', what: 'office' }
    : unsupported('An office file from before 2007 (DOC, XLS, PPT)')
}

/** A format known by its bytes alone; undefined if they may be text. */
export function binaryFormat(bytes: Uint8Array): Detected | undefined {
  const head = ascii(bytes, 0, 1024)
  for (const [signature, detected] of SIGNATURES) if (head.startsWith(signature)) return detected
  if (head.startsWith(OLE)) return oleFormat(bytes)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { format: 'image' }
  // Two letters are little evidence, so the reserved zeros of the bitmap header have to agree.
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return { format: 'image' }
  if (head.slice(4, 8) === 'ftyp') return unsupported('A film or HEIC/AVIF image')
  // Readers accept a PDF whose header stands anywhere in the first kilobyte.
  if (head.includes('%PDF-') && !/^\s*</.test(head)) return { format: 'pdf' }
  return zipFormat(bytes)
}
