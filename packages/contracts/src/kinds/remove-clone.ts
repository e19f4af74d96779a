import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'remove-clone',
  title: 'Remove a clone',
  description: 'Removes what the collector keeps on disk of a repository that was deleted.',
  queue: 'collector',
  priority: 'normal',
  payload: z.strictObject({
    origin: z.string().trim().min(1).max(2_000).describe('Where the repository was read from'),
  }),
  result: z.object({
    removed: z.boolean().describe('False when there was no clone, or when another workspace still collects from it'),
  }),
  retry: { attempts: 5, baseMs: 5_000, capMs: 300_000 },
  timeoutMs: 300_000,
})
