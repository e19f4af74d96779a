import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { declaredContextSchema, type ValueContext } from '@assay/value'
import { z } from 'zod'
import { ContextNotUsable, InputNotReadable } from './cli-errors.ts'

/** Reads a value context; its version is the hash of its bytes. @throws InputNotReadable, ContextNotUsable */
export const readContextFile = async (path: string): Promise<ValueContext> => {
  const bytes = await readFile(path).catch((error: Error) => {
    throw InputNotReadable(path, error.message)
  })
  const parsed = declaredContextSchema.safeParse(parseJson(path, bytes.toString()))
  if (!parsed.success) throw ContextNotUsable(path, z.prettifyError(parsed.error))
  return { ...parsed.data, version: createHash('sha256').update(bytes).digest('hex').slice(0, 12) }
}

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw ContextNotUsable(path, (error as Error).message)
  }
}
