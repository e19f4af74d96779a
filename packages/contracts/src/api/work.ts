import { z } from 'zod'
import { moment, pageOf, pageQuery } from './pages.ts'

export const repositorySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  origin: z.string(),
  defaultBranch: z.string(),
  head: z.string().nullable(),
  completeness: z.enum(['collecting', 'complete', 'partial']),
  pullRequestCount: z.int(),
  collectedAt: z.string().nullable(),
  createdAt: z.string(),
})
export const repositoryPageSchema = pageOf(repositorySchema)

export const pullRequestSummarySchema = z.object({
  id: z.uuid(),
  repositoryId: z.uuid(),
  repository: z.string(),
  number: z.int(),
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  mergedAt: z.string(),
  additions: z.int(),
  deletions: z.int(),
  changedFiles: z.int(),
  how: z.string(),
  flags: z.array(z.string()),
  kind: z.string().nullable().describe('Null until it is scored'),
  score: z.number().nullable().describe('0 to 100, an order and not money; null until it is scored'),
})
export const pullRequestPageSchema = pageOf(pullRequestSummarySchema)

export const pullRequestSchema = pullRequestSummarySchema.extend({
  body: z.string(),
  files: z.array(z.object({ path: z.string(), additions: z.int(), deletions: z.int() }).loose()),
  value: z
    .object({
      method: z.string().describe('Name and version of the scoring method'),
      kindEvidence: z.string(),
      breakdown: z.array(z.object({ reason: z.string(), contribution: z.number(), evidence: z.string() })),
      scoredAt: z.string(),
    })
    .nullable(),
})

export const pullRequestQuery = z.strictObject({
  ...pageQuery,
  repository: z.uuid().optional(),
  author: z.string().optional(),
  kind: z.string().optional(),
  from: moment.optional().describe('Merged at or after'),
  to: moment.optional().describe('Merged before'),
  q: z.string().min(1).max(200).optional().describe('Part of the title'),
  sort: z.enum(['value', 'merged_at', 'size']).default('merged_at').describe('The greatest comes first'),
})
