import { z } from 'zod'
import { historySchema, monetisedValueSchema, totalValueSchema } from './money.ts'
import { intervalSchema } from './roll-ups.ts'

/** In one workspace: a portfolio shows what matters. */
export const MAX_ACHIEVEMENTS = 200

const place = z.int().nonnegative()

const evidenceInputSchema = z.strictObject({
  kind: z.enum(['pull-request', 'document']),
  id: z.uuid().describe('Of the pull request or the document'),
  quote: z
    .strictObject({
      field: z.enum(['title', 'body', 'commit', 'text']).describe('`text` is that of a document'),
      index: z.int().nonnegative().optional().describe('Which of the commits'),
      start: place,
      end: place,
    })
    .nullable()
    .default(null)
    .describe('The words that prove it, by their place; at most 2,000 UTF-16 units'),
  note: z.string().max(1_000).default(''),
})
export type EvidenceInput = z.output<typeof evidenceInputSchema>

export const achievementInputSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  story: z
    .string()
    .max(20_000)
    .default('')
    .describe(
      'Plain text with blank lines, `## ` headings, `- ` items, `> ` quotes, `code`, **bold**, [words](https://…)',
    ),
  evidence: z.array(evidenceInputSchema).max(50).default([]),
})
export type AchievementInput = z.output<typeof achievementInputSchema>

/** Which version somebody has seen and means. */
export const seenVersion = z
  .int()
  .nonnegative()
  .describe('The version that you have read; another is answered with 409')
export const achievementChangeSchema = achievementInputSchema.extend({ version: seenVersion })
export const versionSeenSchema = z.strictObject({ version: seenVersion })

export const achievementOrderSchema = z.strictObject({
  ids: z.array(z.uuid()).max(MAX_ACHIEVEMENTS).describe('Every achievement once, the first to be shown first'),
})

export const achievementSummarySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  position: z.int(),
  state: z.enum(['draft', 'published']),
  version: z.int().describe('The newest; counts from 1'),
  publishedVersion: z
    .int()
    .nullable()
    .describe('The version that the public sees; older than `version` if changes wait'),
  publishedAt: z.string().nullable(),
  evidenceCount: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

const quoted = z.object({ text: z.string(), field: z.string(), start: z.int(), end: z.int() })

const evidenceCommon = {
  id: z.uuid(),
  quote: quoted
    .extend({ index: z.int().optional() })
    .nullable()
    .describe('Null if none was given, or the text does not say so any more'),
  isQuoteGone: z.boolean().describe('A quote was given, and the text has changed since'),
  note: z.string(),
}

const pullRequestEvidenceSchema = z.object({
  kind: z.literal('pull-request'),
  ...evidenceCommon,
  repository: z.string(),
  visibility: z.enum(['public', 'private', 'internal', 'unknown']).describe('Of its repository: publishing shows it'),
  url: z.string().nullable().describe('Where it can be seen, if that is public'),
  number: z.int().nullable(),
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  mergedAt: z.string(),
  changeKind: z.string().nullable().describe('Such as feat or fix; null until it is scored'),
  significance: z
    .object({ score: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('The chance in per cent that maintainers would announce it; null until it is scored'),
  claims: z
    .array(quoted.extend({ metric: z.string(), effect: z.string(), modality: z.string(), hash: z.string() }))
    .readonly()
    .describe('What its text states as done, to the letter'),
  money: monetisedValueSchema.nullable().describe('Null where no prices are declared'),
  history: historySchema,
})

const documentEvidenceSchema = z.object({
  kind: z.literal('document'),
  ...evidenceCommon,
  name: z.string(),
  version: z.int(),
  title: z.string().nullable(),
  format: z.string().nullable(),
  pages: z.int().nullable(),
  addedAt: z.string(),
})

export const evidenceSchema = z.discriminatedUnion('kind', [pullRequestEvidenceSchema, documentEvidenceSchema])
export type EvidenceView = z.output<typeof evidenceSchema>
export type PullRequestEvidence = z.output<typeof pullRequestEvidenceSchema>

/** What evidence comes to. The columns measure different things and are never added up. */
export const evidenceValueSchema = z.object({
  pullRequests: z.int().describe('Those that are assessed'),
  announced: intervalSchema.describe('How many of them maintainers would be expected to announce'),
  effort: intervalSchema.extend({ estimated: z.int() }).nullable().describe('Hours, 90 % interval'),
  money: totalValueSchema.nullable().describe('Every effect once; null where no prices are declared'),
})
export type EvidenceValue = z.output<typeof evidenceValueSchema>

export const achievementListQuery = z.strictObject({
  include: z.enum(['value']).optional().describe('What the evidence of each comes to; takes longer'),
})

export const achievementListSchema = z.object({
  items: z.array(
    achievementSummarySchema.extend({
      value: evidenceValueSchema.optional().describe('With `include=value`: computed at this moment from the evidence'),
    }),
  ),
})

export const achievementSchema = achievementSummarySchema.extend({
  story: z.string(),
  evidence: z.array(evidenceSchema),
  value: evidenceValueSchema.describe('Computed at this moment from the evidence'),
})

export const achievementVersionsSchema = z.object({
  items: z.array(achievementInputSchema.extend({ version: z.int(), savedAt: z.string(), isPublished: z.boolean() })),
})

export const suggestionQuery = z.strictObject({
  author: z
    .union([z.string(), z.array(z.string()).max(20)])
    .transform((names) => (typeof names === 'string' ? [names] : names))
    .optional()
    .describe('Every name that the person goes by'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const suggestionsSchema = z.object({
  items: z.array(
    z.object({
      draft: achievementInputSchema.describe('As `POST /achievements` takes it'),
      because: z.array(z.string()).describe('Why it is suggested'),
    }),
  ),
})
