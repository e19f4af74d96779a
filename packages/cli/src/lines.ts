import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { InputNotReadable } from './cli-errors.ts'

/** One line of a file, counted from 1. */
export type Line = { readonly number: number; readonly text: string }

/**
 * Reads a file line by line; `-` is standard input, and a name that ends in .gz is unpacked. Blank lines are passed
 * over. @throws InputNotReadable
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const input = open(path)
  // What breaks the stream would otherwise only end the lines.
  let failure: Error | undefined
  input.once('error', (error: Error) => {
    failure = error
  })
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  try {
    for await (const line of lines) {
      number += 1
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line
      if (text.trim() !== '') yield { number, text }
    }
  } catch (error) {
    failure ??= error as Error
  }
  if (failure) throw InputNotReadable(path, failure.message)
}

const open = (path: string): NodeJS.ReadableStream => {
  if (path === '-') return process.stdin
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unpacked = createGunzip()
  file.once('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}
