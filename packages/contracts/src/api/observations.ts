import { z } from 'zod'
import { moment } from './pages.ts'
import { storableText } from './storable-text.ts'

/** As much as a context may declare of anything. */
const MOST = 1e15

export const observationRequestSchema = z
  .strictObject({
    claim: z
      .union([z.int().nonnegative(), z.string().regex(/^[0-9a-f]{64}$/, 'give a hash of 64 hexadecimal digits')])
      .describe('Its place in `value.claims` of the pull request, from 0, or its `hash`'),
    value: z
      .number()
      .min(-MOST)
      .max(MOST)
      .describe('What was measured: the size of the change, below 0 if it went the other way, or the new level'),
    unit: storableText.max(50).nullable().default(null).describe('As claims give it: `min`, `%`, `MB`; null for none'),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional()
      .describe('Where it can be looked up'),
    quote: storableText.max(2_000).optional().describe('What was read there'),
    measuredAt: moment,
  })
  .refine(({ link, quote }) => link !== undefined || quote !== undefined, { error: 'give a link or a quote' })

export const observationSchema = z.object({
  id: z.uuid(),
  claimHash: z.string(),
  claim: z
    .string()
    .nullable()
    .describe('Its words; null if the text does not state it any more, and then it does not count'),
  confirms: z
    .boolean()
    .describe('Whether the measurement bears the claim out; the newest of a claim that compares with it counts'),
  value: z.number(),
  unit: z.string().nullable(),
  link: z.string().nullable(),
  quote: z.string().nullable(),
  measuredAt: z.string(),
  observedBy: z.string().describe('The id of the key'),
  observedAt: z.string(),
})

export const observationsSchema = z.object({ items: z.array(observationSchema) })
