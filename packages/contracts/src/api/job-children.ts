import { z } from 'zod'
import { jobStates } from '../jobs/states.ts'

/** What a job spawned itself, counted so that thousands of jobs are a few lines. */
export const jobChildrenSchema = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      state: z.enum(jobStates),
      count: z.int(),
      spawned: z.int().describe('How many of these spawned jobs of their own'),
    }),
  ),
})
