import { z } from 'zod'
import { briefMoneySchema, historySchema, monetisedValueSchema } from './money.ts'
import { moment, pageOf, pageQuery } from './pages.ts'

export const repositorySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  origin: z.string(),
  sourceKind: z.enum(['git', 'github']).describe('What it was read with'),
  visibility: z.enum(['public', 'private', 'internal', 'unknown']),
  license: z.string().nullable().describe('SPDX identifier'),
  defaultBranch: z.string(),
  head: z.string().nullable(),
  completeness: z.enum(['collecting', 'complete', 'partial']),
  pullRequestCount: z.int(),
  expectedPullRequests: z.int().nullable().describe('Merged pull requests that the source has, as far as it said so'),
  collectedAt: z.string().nullable(),
  createdAt: z.string(),
})
export const repositoryPageSchema = pageOf(repositorySchema)

export const pullRequestSummarySchema = z.object({
  id: z.uuid(),
  repositoryId: z.uuid(),
  repository: z.string(),
  number: z.int().nullable().describe('Null for a change unit: a commit of a repository without pull requests'),
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  mergedAt: z.string(),
  additions: z.int(),
  deletions: z.int(),
  changedFiles: z.int(),
  how: z.string(),
  flags: z.array(z.string()),
  vanished: z.boolean().describe('The history was rewritten and the source does not have it any more'),
  kind: z.string().nullable().describe('Null until it is scored'),
  score: z.number().nullable().describe('Significance, 0 to 100, an order and not money; null until it is scored'),
  low: z.number().nullable().describe('The score where the least is announced of the repositories learned from'),
  high: z.number().nullable().describe('The score where the most is'),
})
export const pullRequestPageSchema = pageOf(
  pullRequestSummarySchema.extend({
    money: briefMoneySchema.optional().describe('With `include=money`: under the newest context'),
  }),
)

const personSchema = z.object({ name: z.string(), login: z.string().nullable() })

const quantitySchema = z.object({ value: z.number(), unit: z.string().nullable() }).nullable()

export const claimSchema = z
  .object({
    field: z.enum(['title', 'body', 'commit', 'text']).describe('Where it stands'),
    start: z.int(),
    end: z.int(),
    text: z.string().describe('The field from `start` to `end`, to the letter'),
    metric: z.string(),
    effect: z.enum(['improvement', 'regression']),
    value: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable(),
    unit: z.string().nullable(),
    baseline: quantitySchema,
    after: quantitySchema,
    modality: z.string().describe('Only what is `done` counts; a `regression` counts against'),
  })
  .loose()

export const pullRequestSchema = pullRequestSummarySchema.extend({
  body: z.string(),
  authorLogin: z.string().nullable(),
  coAuthors: z.array(personSchema),
  commitCount: z.int(),
  commits: z
    .array(
      z.object({
        sha: z.string(),
        title: z.string(),
        body: z
          .string()
          .optional()
          .describe('The beginning of its text; places of claims count title, blank line, text'),
        author: personSchema,
        authoredAt: z.string(),
      }),
    )
    .describe('The first of them, oldest first; `commitCount` counts all'),
  labels: z.array(z.string()),
  reviewCount: z.int(),
  reviews: z.array(z.object({ reviewer: z.string(), state: z.string(), submittedAt: z.string().nullable() })),
  linkedIssues: z.array(z.string()).describe('Issues it closes: `#12` in the same repository, else `owner/name#12`'),
  files: z.array(z.object({ path: z.string(), additions: z.int(), deletions: z.int() }).loose()),
  patchId: z.string().nullable().describe('As `git patch-id --stable` gives it: equal for the same change elsewhere'),
  value: z
    .object({
      method: z.string().describe('Name and version of the scoring method'),
      kindProbability: z.number(),
      kindEvidence: z.string(),
      low: z.number(),
      high: z.number(),
      effort: z
        .record(z.string(), z.unknown())
        .describe(
          '`hours` with `interval50` and `interval90`, what was `counted` and `leftOut`; or `because` it is unknown',
        ),
      claims: z.array(claimSchema).describe('Quantities that its text states, with the exact place'),
      breakdown: z.array(z.object({ reason: z.string(), contribution: z.number(), evidence: z.string() })),
      money: monetisedValueSchema.describe('Under the newest context, with what became of it since'),
      history: historySchema,
      changeSet: z.uuid().nullable().describe('The earliest pull request that carries the same change'),
      scoredAt: z.string(),
    })
    .nullable(),
})

export const pullRequestQuery = z.strictObject({
  ...pageQuery,
  repository: z.uuid().optional(),
  author: z.string().optional().describe('By this name, or by another that was said to be the same person’s'),
  kind: z.string().optional(),
  from: moment.optional().describe('Merged at or after'),
  to: moment.optional().describe('Merged before'),
  q: z.string().min(1).max(200).optional().describe('Part of the title'),
  sort: z
    .enum(['value', 'merged_at', 'size'])
    .default('merged_at')
    .describe('The greatest comes first; `value` is significance: money is known only once it is read'),
  include: z.enum(['money']).optional().describe('Prices every item; takes longer'),
})
