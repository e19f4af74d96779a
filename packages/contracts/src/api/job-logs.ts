import { z } from 'zod'

/** Least grave first. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

export const jobLogQuery = z.strictObject({
  cursor: z.string().optional().describe('`nextCursor` of the page before'),
  level: z.enum(logLevels).optional().describe('This level and graver ones'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
})

export const jobLogPageSchema = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      level: z.string(),
      message: z.string(),
      fields: z.record(z.string(), z.unknown()).describe('What was logged beside the message'),
    }),
  ),
  nextCursor: z.string().nullable(),
  dropped: z
    .int()
    .describe('Lines of the job that are not kept: all but the newest 1,000, and those that came too fast'),
})
