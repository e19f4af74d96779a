import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'score',
  title: 'Score pull requests',
  description: 'Finds the kind and the score of pull requests and stores both with the reasons.',
  queue: 'scorer',
  priority: 'normal',
  payload: z.strictObject({
    pullRequestIds: z.array(z.uuid()).min(1).max(500).describe('Stored pull requests, at most 500 at a time'),
  }),
  result: z.object({
    scored: z.int().nonnegative(),
    method: z.string().describe('Name and version of the scoring method'),
  }),
  retry: { attempts: 5, baseMs: 1_000, capMs: 60_000 },
  timeoutMs: 300_000,
})
