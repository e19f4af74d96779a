import { InvalidRequest } from '@assay/contracts'
import type { z } from 'zod'

/** A position in a list as an opaque word for clients. */
export const encodeCursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url')

/** @throws InvalidRequest when the cursor is not one of ours for this list. */
export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | null {
  if (cursor === undefined) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw InvalidRequest([{ field: 'cursor', message: 'is not a cursor of this list; start again without one' }])
  }
}

/** Splits one row more than asked for into a page and the place where the next begins. */
export function toPage<Row, View>(
  rows: readonly Row[],
  limit: number,
  { view, position }: { view: (row: Row) => View; position: (row: Row) => unknown },
): { items: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeCursor(position(last)) : null }
}
