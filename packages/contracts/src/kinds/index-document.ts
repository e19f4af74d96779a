import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'index-document',
  title: 'Index a document',
  description: 'Cuts the text of a converted document into passages and stores these.',
  queue: 'indexer',
  priority: 'normal',
  payload: z.strictObject({
    documentId: z.uuid().describe('A document that was converted'),
  }),
  result: z.object({
    chunks: z.int().nonnegative(),
  }),
  retry: { attempts: 5, baseMs: 1_000, capMs: 60_000 },
  timeoutMs: 300_000,
})
