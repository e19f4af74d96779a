import { analyse } from 'chardet'
import type { Loss } from '../extracted-document.ts'

export type Decoded = { readonly text: string; readonly encoding: string; readonly losses: readonly Loss[] }

const SAMPLE_BYTES = 64 * 1024

/** A byte order mark, else UTF-16 by its zero bytes, else undefined. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (const [at, byte] of sample.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++
  // Latin text in UTF-16 has a zero in nearly every pair, always on the same side.
  const half = sample.length / 2
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return undefined
}

const decodeAs = (bytes: Uint8Array, encoding: string, fatal = false): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text in the encoding that its bytes show: a mark, valid UTF-8, a declared charset, or the likeliest guess, which is told. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const marked = markedEncoding(bytes)
  if (marked) return { text: decodeAs(bytes, marked) ?? '', encoding: marked, losses: [] }
  const utf8 = decodeAs(bytes, 'utf-8', true)
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', losses: [] }
  const named = declared && !/^utf-?8$/i.test(declared) ? decodeAs(bytes, declared, true) : undefined
  if (declared && named !== undefined) return { text: named, encoding: declared.toLowerCase(), losses: [] }

  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE_BYTES))) {
    const text = name === 'UTF-8' || name === 'ASCII' ? undefined : decodeAs(bytes, name)
    if (text === undefined) continue
    const note = `The encoding is not declared; ${name} was guessed with confidence ${confidence} of 100.`
    return { text, encoding: name.toLowerCase(), losses: [{ kind: 'encoding', note }] }
  }
  const note = 'The encoding could not be told; bytes that are not UTF-8 are shown as the replacement character.'
  return { text: decodeAs(bytes, 'utf-8') ?? '', encoding: 'utf-8', losses: [{ kind: 'encoding', note }] }
}
