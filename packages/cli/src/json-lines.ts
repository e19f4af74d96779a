import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { OutputNotWritable } from './cli-errors.ts'
import { readLines } from './lines.ts'

/** One line of a JSON Lines file, counted from 1. */
export type JsonLine =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly fault: string }

/** Reads a file of one JSON value to a line; `-` is standard input. @throws InputNotReadable */
export async function* readJsonLines(path: string): AsyncGenerator<JsonLine> {
  for await (const { number, text } of readLines(path)) yield parse(number, text)
}

const parse = (number: number, text: string): JsonLine => {
  try {
    return { number, value: JSON.parse(text) }
  } catch (error) {
    return { number, fault: `it is not JSON: ${(error as Error).message}` }
  }
}

export type JsonLinesFile = {
  write(value: object): Promise<void>
  /** Only now is the file there under its name. */
  finish(): Promise<void>
  /** Leaves nothing behind unless it was finished. */
  discard(): Promise<void>
}

/** Writes a file that appears whole or not at all; `-` is standard output. @throws OutputNotWritable */
export async function openJsonLinesFile(path: string): Promise<JsonLinesFile> {
  if (path === '-') {
    return { write: (value) => send(process.stdout, value), finish: async () => {}, discard: async () => {} }
  }
  const unfinished = `${path}.partial`
  const stream = createWriteStream(unfinished)
  const refuse = (error: Error) => {
    throw OutputNotWritable(path, error.message)
  }
  await new Promise<void>((resolve, reject) => stream.once('open', () => resolve()).once('error', reject)).catch(refuse)
  let failure: Error | undefined
  stream.on('error', (error) => {
    failure = error
  })
  return {
    async write(value) {
      if (failure) refuse(failure)
      await send(stream, value)
    },
    async finish() {
      stream.end()
      await finished(stream).catch(refuse)
      await rename(unfinished, path).catch(refuse)
    },
    async discard() {
      stream.destroy()
      await rm(unfinished, { force: true })
    },
  }
}

const send = async (stream: Writable, value: object): Promise<void> => {
  if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain')
}
