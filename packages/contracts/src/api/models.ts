import { z } from 'zod'

export const modelSchema = z.object({
  id: z.uuid().describe('Of the model, and of the job that trained it'),
  name: z.string(),
  dimensions: z.int(),
  passages: z.int().describe('How many it was trained on'),
  terms: z.int(),
  hash: z.string().describe('SHA-256 of its bytes'),
  state: z.enum(['serving', 'retired', 'refused']),
  reason: z.string().nullable().describe('Why it was refused'),
  measured: z
    .object({ words: z.number(), meaning: z.number(), queries: z.int() })
    .nullable()
    .describe('Mean reciprocal rank of held-out passages, found by words alone and by meaning alone'),
  trainedAt: z.string(),
})
export const modelListSchema = z.object({ items: z.array(modelSchema) })

export const modelQualitySchema = modelSchema.extend({
  quality: z
    .record(z.string(), z.unknown())
    .describe(
      'Cosines, anisotropy, hubness, norms, duplicates, by source and type of document; recentDrift; under strategies the same of a sample cut by each chunk strategy',
    ),
})
