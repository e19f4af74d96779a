import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'index',
  title: 'Index pull requests',
  description: 'Cuts the text of pull requests into passages and stores these.',
  queue: 'indexer',
  priority: 'normal',
  payload: z.strictObject({
    pullRequestIds: z.array(z.uuid()).min(1).max(500).describe('Stored pull requests, at most 500 at a time'),
  }),
  result: z.object({
    indexed: z.int().nonnegative(),
    chunks: z.int().nonnegative(),
  }),
  retry: { attempts: 5, baseMs: 1_000, capMs: 60_000 },
  timeoutMs: 300_000,
})
