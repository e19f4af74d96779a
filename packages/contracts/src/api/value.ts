import { z } from 'zod'
import { monetisedValueSchema } from './money.ts'
import { claimSchema } from './work.ts'

const lines = z.int().nonnegative().max(100_000_000)

/** A pull request as somebody describes it; all but the title may be left out. */
export const previewSchema = z.strictObject({
  title: z.string().min(1).max(1_000),
  body: z.string().max(200_000).optional(),
  author: z.string().max(200).optional(),
  coAuthors: z.array(z.string().max(200)).max(100).optional(),
  commitMessages: z.array(z.string().max(20_000)).max(100).optional(),
  additions: lines.optional(),
  deletions: lines.optional(),
  files: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(4_000),
        additions: lines.optional(),
        deletions: lines.optional(),
        previousPath: z.string().max(4_000).optional(),
      }),
    )
    .max(3_000)
    .optional(),
  labels: z.array(z.string().max(200)).max(100).optional(),
  typePrefix: z.string().max(50).optional().describe('The declared type of change, where the title does not have it'),
})

const hours = z.tuple([z.number(), z.number()]).readonly()

export const assessmentSchema = z.object({
  kind: z.object({
    label: z.string(),
    probability: z.number(),
    by: z.enum(['declared', 'label', 'model']),
    evidence: z.string(),
  }),
  significance: z.object({
    score: z.number().describe('0 to 100: the chance in per cent that maintainers would announce it; not money'),
    low: z.number(),
    high: z.number(),
    reasons: z.array(z.object({ reason: z.string(), contribution: z.number(), evidence: z.string() })).readonly(),
  }),
  effort: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('estimated'),
      hours: z.number(),
      interval50: hours,
      interval90: hours,
      counted: z
        .array(z.object({ fileClass: z.string(), files: z.int(), lines: z.int(), weight: z.number() }))
        .readonly(),
      leftOut: z.array(z.object({ path: z.string(), lines: z.number().nullable(), why: z.string() })).readonly(),
      leftOutFiles: z.int(),
      widenedBecause: z.string().nullable(),
    }),
    z.object({ status: z.literal('unknown'), because: z.string() }),
  ]),
  claims: z.array(claimSchema).readonly(),
  value: monetisedValueSchema,
  method: z.string().describe('Names and versions of what made it'),
})

export const methodologySchema = z.object({
  method: z.string(),
  parts: z.array(z.object({ name: z.string(), answers: z.string(), readsFrom: z.string(), limits: z.string() })),
  documentation: z.string(),
})
