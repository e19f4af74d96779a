import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'embed',
  title: 'Embed passages',
  description:
    'Gives every passage of the workspace its vector of the model that is to serve, indexes large workspaces in the database, and lets a new model serve once it is complete.',
  queue: 'indexer',
  priority: 'low',
  payload: z.strictObject({}),
  result: z.object({
    model: z.uuid().nullable().describe('None is to be given vectors'),
    embedded: z.int().nonnegative().describe('Passages that had no vector'),
    tokens: z.int().nonnegative(),
    costUsd: z.number().nonnegative(),
    segments: z.int().nonnegative().describe('Parts of the word index that were built'),
    indexed: z.boolean().describe('The workspace can be searched in the database'),
    recall: z.number().nullable().describe('Of the ten nearest passages, how many the index finds'),
  }),
  retry: { attempts: 8, baseMs: 5_000, capMs: 300_000 },
  timeoutMs: 14_400_000,
})
