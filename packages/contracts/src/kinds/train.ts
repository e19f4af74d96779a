import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'train',
  title: 'Train the model of meaning',
  description:
    'Trains on the passages of the workspace what words mean there, and lets the model serve if it finds well.',
  queue: 'indexer',
  priority: 'low',
  payload: z.strictObject({
    dimensions: z.int().min(16).max(1_024).default(256),
  }),
  result: z.object({
    passages: z.int().nonnegative(),
    dimensions: z.int().nonnegative(),
    serves: z.boolean(),
    reason: z.string().nullable().describe('Why it does not serve'),
  }),
  retry: { attempts: 3, baseMs: 5_000, capMs: 60_000 },
  timeoutMs: 1_800_000,
})
