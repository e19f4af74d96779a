import { z } from 'zod'
import { totalValueSchema } from './money.ts'
import { moment } from './pages.ts'

export const intervalSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() })

export const rollUpQuery = z.strictObject({
  by: z.enum(['author', 'repository', 'month', 'kind']),
  repository: z.uuid().optional(),
  author: z
    .union([z.string(), z.array(z.string()).max(20)])
    .transform((names) => (typeof names === 'string' ? [names] : names))
    .optional()
    .describe('Every name that the person goes by'),
  kind: z.string().optional(),
  from: moment.optional().describe('Merged at or after'),
  to: moment.optional().describe('Merged before'),
})

export const rollUpSchema = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      pullRequests: z.int(),
      announced: intervalSchema.describe('How many of them maintainers would be expected to announce'),
      effort: intervalSchema.extend({ estimated: z.int() }).nullable().describe('Hours, 90 % interval'),
      value: totalValueSchema.nullable().describe('Null where no prices are declared'),
    }),
  ),
})

export const nearMissesSchema = z.object({
  items: z.array(
    z.object({
      names: z.tuple([z.string(), z.string()]).readonly(),
      because: z.string(),
      pullRequests: z.tuple([z.int(), z.int()]).readonly(),
    }),
  ),
})
