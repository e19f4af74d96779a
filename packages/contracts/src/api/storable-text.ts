import { z } from 'zod'

/** A text of somebody's that PostgreSQL can keep. */
export const storableText = z
  .string()
  .trim()
  .min(1)
  .refine((text) => text.isWellFormed() && !text.includes('\0'), {
    error: 'holds a NUL character or half a surrogate pair; remove it',
  })
