import { z } from 'zod'

export const modelSchema = z.object({
  id: z.uuid().describe('Of the model, and of the job that trained it or first asked it'),
  name: z.string(),
  dimensions: z.int(),
  normalisation: z.enum(['unit', 'none']).describe('Vectors of length 1, or as the model gives them'),
  passages: z.int().describe('How many it was trained on or was asked for'),
  terms: z.int(),
  hash: z.string().describe('SHA-256 of its bytes, or of what tells a model behind an address from others'),
  state: z.enum(['building', 'serving', 'retired', 'refused']),
  reason: z.string().nullable().describe('Why it was refused'),
  measured: z
    .object({ words: z.number(), meaning: z.number(), queries: z.int() })
    .nullable()
    .describe('Mean reciprocal rank of held-out passages, found by words alone and by meaning alone'),
  tokens: z.int().describe('That its vectors took so far, as the model counts them'),
  costUsd: z.number(),
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
