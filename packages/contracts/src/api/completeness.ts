import { z } from 'zod'

const completeness = z.enum(['collecting', 'complete', 'partial'])
const expected = z.int().nullable().describe('What the source says there is; null when it does not say')
const missing = z.int().nullable().describe('Null when it is not known how much there is')

/** What a repository's source has against what is stored of it. */
export const completenessSchema = z.object({
  repositoryId: z.uuid(),
  repository: z.string(),
  completeness,
  expected,
  stored: z.int().describe('Pull requests, without those that vanished'),
  missing,
  connections: z
    .array(
      z.object({
        connection: z.enum(['pull-requests', 'files', 'commits', 'reviews', 'labels', 'linked-issues', 'patch-ids']),
        expected,
        stored: z.int(),
        missing,
      }),
    )
    .describe('What pull requests are made of, counted over all of them'),
  gaps: z.object({
    total: z.int(),
    items: z
      .array(
        z.object({
          connection: z.string(),
          number: z.int().nullable().describe('The pull request concerned; null when it concerns the whole repository'),
          sha: z.string().nullable(),
          expected,
          found: z.int(),
          reason: z.string(),
          message: z.string(),
          seenAt: z.string(),
        }),
      )
      .describe('The first 500'),
  }),
  runs: z
    .array(
      z.object({
        jobId: z.uuid(),
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
        whole: z.boolean().describe('Read from the beginning'),
        rewritten: z.boolean().describe('The history behind the last mark was gone'),
        expected,
        found: z.int(),
        changed: z.int(),
        head: z.string().nullable(),
        completeness,
      }),
    )
    .describe('The newest 20'),
  vanished: z.int().describe('Pull requests that a rewritten history does not have any more'),
})
