import { z } from 'zod'

/** A list comes in pages: pass `nextCursor` as `cursor` for the next; null is the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const pageQuery = {
  cursor: z.string().optional().describe('`nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export const moment = z.iso
  .datetime({ offset: true, error: 'give an ISO 8601 date and time, such as 2026-11-20T06:00:00Z' })
  // PostgreSQL has no year 0, and an offset may lead there.
  .refine((text) => new Date(text).getUTCFullYear() >= 1, 'give a moment after the year 0')
