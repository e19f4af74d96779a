import { z } from 'zod'
import { moment } from '../api/pages.ts'
import { defineJob } from '../jobs/define-job.ts'

export const contract = defineJob({
  kind: 'report',
  title: 'Write a report',
  description: 'Gathers what a person or a repository achieved in a period, with quoted evidence, and stores it.',
  queue: 'scorer',
  priority: 'high',
  payload: z
    .strictObject({
      repository: z.uuid().optional().describe('Only this repository'),
      authors: z
        .array(z.string().min(1).max(200))
        .min(1)
        .max(20)
        .optional()
        .describe('Only this person, by every name that they go by'),
      from: moment.describe('Merged at or after'),
      to: moment.describe('Merged before'),
      title: z.string().min(1).max(200).optional(),
      sentences: z
        .array(z.string().min(1).max(1_000))
        .max(50)
        .default([])
        .describe('Your own words for its top; one whose numbers have no evidence is refused'),
    })
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
      path: ['to'],
      error: 'has to be later than `from`',
    }),
  result: z.object({
    pullRequests: z.int().nonnegative(),
    valued: z.int().nonnegative().describe('How many of them have a value in money'),
    refused: z.array(z.object({ sentence: z.string(), why: z.string() })),
  }),
  retry: { attempts: 3, baseMs: 1_000, capMs: 60_000 },
  timeoutMs: 300_000,
})
