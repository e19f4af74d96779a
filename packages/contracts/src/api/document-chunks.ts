import { z } from 'zod'

/** Of a text so much is cut: drawing needs no more, and it happens while the caller waits. UTF-16 units. */
export const MAX_CUT_CHARACTERS = 100_000

export const documentChunksQuery = z
  .strictObject({
    strategy: z
      .enum(['fixed', 'sentence', 'recursive', 'code', 'diff', 'semantic'])
      .default('recursive')
      .describe('Documents are stored as recursive cuts them, and source code as code does'),
    maxTokens: z.coerce.number().int().min(16).max(8_192).default(256),
    overlapTokens: z.coerce.number().int().min(0).max(4_096).default(32),
  })
  .refine(({ maxTokens, overlapTokens }) => overlapTokens < maxTokens, {
    path: ['overlapTokens'],
    message: 'must be less than maxTokens',
  })

const share = z.number().nullable()

export const documentChunksSchema = z.object({
  strategy: documentChunksQuery.shape.strategy.unwrap(),
  characters: z.int().describe('How much of the text was cut, from its beginning'),
  isWhole: z.boolean().describe('That was all of it'),
  shape: z
    .object({ chunks: z.int(), coverage: share, repeated: share, endsWhole: share, placed: share })
    .loose()
    .describe('How it was cut: tokens of the chunks, and shares of characters and chunks'),
  items: z.array(
    z.object({
      index: z.int(),
      start: z.int().describe('UTF-16 offset into the text of the document'),
      end: z.int(),
      tokens: z.int(),
      path: z
        .array(z.string())
        .describe('Headings above it; for a diff its file and hunk, for code what it is nested in'),
    }),
  ),
})
