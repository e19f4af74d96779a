import { z } from 'zod'
import { moment } from './pages.ts'

export const searchFilterSchema = z.strictObject({
  source: z.enum(['pull-request', 'document']).optional(),
  repository: z.uuid().optional(),
  author: z.string().min(1).max(200).optional(),
  kind: z.string().min(1).max(50).optional(),
  language: z.string().min(2).max(10).optional().describe('Of documents, as ISO 639-3'),
  from: moment.optional().describe('Merged or added at or after'),
  to: moment.optional().describe('Merged or added before'),
})

export const searchRequestSchema = z.strictObject({
  query: z.string().trim().min(1).max(1_000),
  filter: searchFilterSchema.default({}),
  limit: z.int().min(1).max(50).default(10),
  cursor: z.string().optional().describe('`nextCursor` of the page before'),
})

const place = z.object({ start: z.int(), end: z.int() })

const pullRequestSourceSchema = z.object({
  kind: z.literal('pull-request'),
  id: z.uuid(),
  number: z.int().nullable(),
  sha: z.string(),
  repositoryId: z.uuid(),
  repository: z.string(),
  author: z.string(),
  mergedAt: z.string(),
  changeKind: z.string().nullable(),
})

export const foundSourceSchema = z.discriminatedUnion('kind', [
  pullRequestSourceSchema,
  z.object({
    kind: z.literal('document'),
    id: z.uuid(),
    name: z.string(),
    version: z.int(),
    format: z.string(),
    language: z.string().nullable(),
  }),
])

export const passageSchema = z.object({
  id: z.string(),
  text: z.string(),
  start: z.int().describe('Where it begins in the text of its source, in UTF-16 units'),
  end: z.int(),
  headings: z.array(z.string()).describe('Headings above it, outermost first'),
  pages: z
    .array(z.object({ page: z.int(), start: z.int(), end: z.int() }))
    .describe('The pages of a document that it touches'),
})

export const similarPullRequestsSchema = z.object({
  items: z.array(pullRequestSourceSchema.extend({ title: z.string(), score: z.number() })),
})

export const searchPageSchema = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      source: foundSourceSchema,
      passage: passageSchema,
      highlights: z.array(place).readonly().describe('Where the words of the query stand in the text of the source'),
      score: z.number(),
      parts: z.record(z.string(), z.number()).describe('What each kind of evidence gave; they add up to the score'),
      alike: z.int().describe('Passages of other sources that say the same and are left out'),
      further: z.int().describe('Further passages of this source that were found'),
    }),
  ),
  nextCursor: z.string().nullable(),
  corrections: z
    .array(z.object({ written: z.string(), read: z.string() }))
    .readonly()
    .describe('Words that no text holds, as they were read'),
  passages: z.int().describe('How many were searched'),
  stale: z.boolean().describe('Something changed since they were read; the next state is being built'),
  tookMs: z.number(),
})

export const searchStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('absent') }).describe('Built by the first search'),
  z.object({ state: z.literal('building'), forMs: z.int() }),
  z.object({
    state: z.literal('ready'),
    where: z.enum(['memory', 'database']),
    passages: z.int(),
    stale: z.boolean().describe('Something changed since; the next state is being built'),
    buildMs: z.int(),
  }),
])
