import { z } from 'zod'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'convert',
  title: 'Convert a document',
  description: 'Reads a stored document into canonical text, judges how well that went, and stores both.',
  queue: 'indexer',
  priority: 'normal',
  payload: z.strictObject({
    documentId: z.uuid().describe('A document that was stored by POST /documents'),
  }),
  result: z.object({
    documentId: z.uuid(),
    status: z
      .enum(['converted', 'quarantined', 'rejected', 'gone'])
      .describe('`gone`: it was removed before it could be read'),
    format: z.string().nullable().describe('By its content; null when that could not be told'),
    characters: z.int().nonnegative(),
    score: z.number().nullable().describe('0 to 100, how well it came through'),
    reasons: z.array(z.string()).describe('Why it was set aside or refused'),
    code: z.string().nullable().describe('The stable code of what kept it from being read'),
  }),
  retry: { attempts: 3, baseMs: 1_000, capMs: 60_000 },
  // Reading alone may take two minutes, and waits for the documents before it.
  timeoutMs: 1_800_000,
})
