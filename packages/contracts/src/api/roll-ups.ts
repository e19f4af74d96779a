import { z } from 'zod'
import { totalValueSchema } from './money.ts'
import { moment } from './pages.ts'

export const intervalSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() })

const announcedSchema = intervalSchema.describe('How many of them maintainers would be expected to announce')
const effortSchema = intervalSchema.extend({ estimated: z.int() }).nullable().describe('Hours, 90 % interval')

export const rollUpQuery = z.strictObject({
  by: z.enum(['author', 'repository', 'month', 'kind']),
  repository: z.uuid().optional(),
  author: z
    .union([z.string(), z.array(z.string()).max(20)])
    .transform((names) => (typeof names === 'string' ? [names] : names))
    .optional()
    .describe('A person, by any name; those that were said to be the same come along'),
  kind: z.string().optional(),
  from: moment.optional().describe('Merged at or after'),
  to: moment.optional().describe('Merged before'),
})

export const rollUpSchema = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      pullRequests: z.int(),
      announced: announcedSchema,
      effort: effortSchema,
      significance: z.object({
        quartiles: z.tuple([z.number(), z.number(), z.number()]).readonly().nullable(),
        histogram: z.array(z.int()).readonly().describe('How many lie from 0 to 10, from 10 to 20, and so on to 100'),
      }),
      trend: z
        .array(z.object({ month: z.string(), pullRequests: z.int(), announced: announcedSchema, effort: effortSchema }))
        .readonly()
        .describe('By months (UTC) in which anything was merged; for money by months ask `by=month`'),
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
