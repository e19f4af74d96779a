import { z } from 'zod'
import { queueSchema } from './operations.ts'

/** What an operator sees first: is it healthy, and what came of it. */
export const overviewSchema = z.object({
  jobsPerMinute: z
    .array(z.object({ minute: z.string(), succeeded: z.int(), failed: z.int() }))
    .describe('Jobs that ended in each of the last 60 minutes, the oldest first'),
  succeeded: z.int().describe('In these minutes'),
  failed: z.int(),
  successRate: z.number().nullable().describe('0 to 1; null when no job has ended'),
  oldestWaitSeconds: z.number(),
  queues: z.array(queueSchema),
  workers: z.object({ alive: z.int(), busy: z.int().describe('Alive, and running a job of any workspace') }),
  collections: z
    .array(
      z.object({
        repositoryId: z.uuid(),
        name: z.string(),
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
        found: z.int(),
        expected: z.int().nullable(),
        completeness: z.enum(['collecting', 'complete', 'partial']),
        jobId: z.uuid(),
      }),
    )
    .describe('The newest five'),
  achievements: z
    .array(
      z.object({
        id: z.uuid(),
        repository: z.string(),
        number: z.int().nullable(),
        title: z.string(),
        mergedAt: z.string(),
        significance: z.number(),
        kind: z.string(),
      }),
    )
    .describe('The five most significant pull requests of the 90 days before the newest one'),
})
