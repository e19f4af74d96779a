import type { Detected } from '../formats.ts'
import { decodeText } from '../text/decode-text.ts'
import { binaryFormat } from './binary-format.ts'
import { textFormat } from './text-format.ts'

const SAMPLE_BYTES = 64 * 1024
/** JSON can only be told by parsing it whole, which is refused above this. */
const MAX_WHOLE_BYTES = 32 * 2 ** 20

/** Control characters that no text editor writes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g
/** Bytes that the guessed encoding has no letter for. In valid UTF-8 it is a letter lost long ago, not a sign of bytes. */
const UNDECODED = /\uFFFD/g
const MAX_CONTROL_SHARE = 0.02

/**
 * The format of a document by its content: signatures, then the members of an archive, then the marks of text formats.
 * The name decides only between text formats that fit about equally well.
 */
export function detectFormat(bytes: Uint8Array, name?: string): Detected {
  if (bytes.length === 0) return { refused: 'empty', what: 'it has 0 bytes' }
  const binary = binaryFormat(bytes)
  if (binary) return binary

  const { text: sample, losses } = decodeText(bytes.subarray(0, SAMPLE_BYTES))
  if (sample.trim() === '') return { refused: 'empty', what: 'it has only white space' }
  const undecoded = losses.length > 0 ? (sample.match(UNDECODED)?.length ?? 0) : 0
  if ((sample.match(CONTROLS)?.length ?? 0) + undecoded > sample.length * MAX_CONTROL_SHARE)
    return { refused: 'unsupported', what: 'A binary file of unknown type' }
  const isWhole = bytes.length <= SAMPLE_BYTES
  const mayBeJson = /^\s*[[{]/.test(sample) && bytes.length <= MAX_WHOLE_BYTES
  return { format: textFormat(isWhole || !mayBeJson ? sample : decodeText(bytes).text, name) }
}
