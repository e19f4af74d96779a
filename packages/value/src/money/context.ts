import { z } from 'zod'
import type { Metric } from '../claims/claim.ts'
import { distributionSchema, shareSchema } from './distribution.ts'

const metrics = [
  'time',
  'latency',
  'throughput',
  'speed',
  'memory',
  'size',
  'cpu',
  'cost',
  'error_rate',
  'allocations',
  'instructions',
  'overhead',
  'requests',
  'money',
  'other',
] as const satisfies readonly Metric[]

const name = z.string().min(1).max(100)
const names = z.array(name).min(1).max(100)

const matchSchema = z
  .strictObject({
    repositories: names.optional(),
    words: names.optional().describe('One of them has to stand in the sentence of the claim, or in the title'),
    metrics: z.array(z.enum(metrics)).min(1).optional(),
  })
  .refine(({ repositories, words, metrics: of }) => repositories ?? words ?? of, {
    error: 'an item has to tell what it matches',
  })

const runsSchema = z.strictObject({
  count: distributionSchema,
  per: z.enum(['week', 'month', 'year']),
  counted: z
    .enum(['per-person', 'in-total'])
    .describe('Whether each of `people` runs it so often, or all of them together'),
})

/** Something that costs time or money, and what is known of it. */
const itemSchema = z.strictObject({
  name,
  match: matchSchema,
  role: name.optional().describe('Whose time it takes; a key of `rates`'),
  people: distributionSchema.optional().describe('How many people it concerns'),
  runs: runsSchema.optional(),
  waiting: distributionSchema.optional().describe('How many people wait for one run, where runs are counted in total'),
  takesSeconds: distributionSchema.optional().describe('What one run took before'),
  adoption: shareSchema.optional().describe('The part of saved time that people put to other use'),
  spend: z
    .strictObject({
      perMonth: distributionSchema,
      elasticity: z
        .partialRecord(z.enum(metrics), shareSchema)
        .optional()
        .describe('By what share spend falls when the metric falls by all of it; 1 for money itself'),
    })
    .optional(),
  incidents: z.strictObject({ perYear: distributionSchema.optional(), cost: distributionSchema }).optional(),
  risk: z
    .strictObject({
      probabilityPerYear: shareSchema.describe('By how much one closed advisory lowers the chance of the loss'),
      loss: distributionSchema,
    })
    .optional(),
  delay: z.strictObject({ costPerWeek: distributionSchema }).optional(),
})

/**
 * What a reader assumes about the world around a pull request. Nothing in it is guessed: where an assumption is missing,
 * what a claim says stays in its own unit, and the missing assumption is named.
 */
export const declaredContextSchema = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    horizonMonths: z.number().positive().max(36).default(12),
    decayHalfLifeMonths: z
      .number()
      .positive()
      .max(1_200)
      .nullable()
      .default(12)
      .describe('Null: an effect never fades'),
    discountRate: z.number().min(0).max(1).default(0).describe('Per year'),
    rates: z.record(name, distributionSchema).default({}).describe('What an hour costs, by role'),
    authorRole: name.optional().describe('Whose hours effort and rework are; a key of `rates`'),
    exchangeRates: z
      .record(z.string().regex(/^[A-Z]{3}$/), distributionSchema)
      .default({})
      .describe('What one unit of another currency is worth in this one'),
    items: z.array(itemSchema).max(500).default([]),
  })
  .superRefine(({ rates, authorRole, items }, { addIssue }) => {
    const roles = [{ role: authorRole, path: ['authorRole'] as PropertyKey[] }]
    items.forEach(({ role }, at) => void roles.push({ role, path: ['items', at, 'role'] }))
    for (const { role, path } of roles) {
      if (role === undefined || Object.hasOwn(rates, role)) continue
      addIssue({ code: 'custom', path, message: `'${role}' has no rate: declare rates.${role}` })
    }
    items.forEach(({ name: own }, at) => {
      if (items.findIndex((item) => item.name === own) === at) return
      addIssue({ code: 'custom', path: ['items', at, 'name'], message: `there is an item '${own}' already` })
    })
  })

/** A declaration and the name it has: values of different versions do not compare. */
export type ValueContext = z.infer<typeof declaredContextSchema> & { readonly version: string }
export type ContextItem = ValueContext['items'][number]

/** What is known before anybody declares anything: enough to tell what became of work, and to price nothing. */
export const noPrices: ValueContext = { version: '0', ...declaredContextSchema.parse({ currency: 'XXX' }) }
