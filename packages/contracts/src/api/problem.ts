import { z } from 'zod'

/** What went wrong, as RFC 9457 (Problem Details for HTTP APIs) has it. `code` is stable; the texts are for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    traceId: z.string().optional(),
  })
  .loose()
  .meta({ id: 'Problem' })

export type Problem = z.output<typeof problemSchema>
