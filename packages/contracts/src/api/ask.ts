import { z } from 'zod'
import { foundSourceSchema, searchFilterSchema } from './search.ts'

export const questionSchema = z.strictObject({
  question: z.string().trim().min(1).max(1_000),
  filter: searchFilterSchema.default({}),
})

const citationSchema = z.object({
  title: z.string(),
  source: foundSourceSchema,
  passageId: z.string(),
  start: z.int().describe('Offsets into the text of the source: what stands there is what is quoted'),
  end: z.int(),
  page: z.int().nullable(),
  quote: z.string(),
})

const sentenceSchema = z.object({
  text: z.string(),
  citations: z.array(citationSchema).min(1).describe('No sentence is without'),
})

const countedSchema = z.object({
  total: z.int(),
  groups: z.array(z.object({ key: z.string(), count: z.int() })),
  filters: z.record(z.string(), z.string()),
  words: z
    .array(z.object({ for: z.string(), text: z.string(), start: z.int(), end: z.int() }))
    .readonly()
    .describe('Which words of the question led to what'),
  sql: z.string(),
  parameters: z.array(z.string().nullable()),
  plan: z.array(z.string()).describe('How the database went about it'),
})

export const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('answered'),
    by: z.enum(['extraction', 'model']),
    sentences: z.array(sentenceSchema),
    notFound: z.array(z.string()).readonly().describe('Words of the question that stand in no passage'),
    dropped: z
      .array(z.object({ text: z.string(), because: z.string() }))
      .readonly()
      .describe('Sentences of a model that its citations do not bear out'),
  }),
  z.object({ status: z.literal('counted'), by: z.literal('sql'), counted: countedSchema }),
  z.object({
    status: z.literal('refused'),
    code: z.string(),
    because: z.string(),
    notFound: z.array(z.string()).readonly(),
  }),
  z.object({
    status: z.literal('unclear'),
    code: z.string(),
    because: z.string(),
    words: z.array(z.string()).readonly(),
    candidates: z.array(z.string()).readonly(),
  }),
])
