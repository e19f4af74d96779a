import { z } from 'zod'

export const quantilesSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() })

const recurringSchema = quantilesSchema.extend({
  presentValue: quantilesSchema.describe('What the yearly amount comes to until the horizon, fading and discounted'),
})

const inputSchema = z
  .object({
    name: z.string(),
    distribution: z.record(z.string(), z.unknown()),
    source: z.enum(['quote', 'context', 'default', 'facts']),
  })
  .loose()

const partSchema = quantilesSchema.extend({
  mechanism: z.string(),
  stream: z.enum(['one-time', 'recurring']),
  sign: z.union([z.literal(1), z.literal(-1)]),
  item: z.string().nullable().describe('The item of the context whose prices were used'),
  matchedBy: z.string().nullable(),
  quote: z.string().describe('The words that state the quantity'),
  formula: z.string(),
  inputs: z.array(inputSchema).readonly(),
})

export const monetisedValueSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('valued'),
    contextVersion: z.string(),
    currency: z.string(),
    oneTime: quantilesSchema.nullable().describe('Once; never added to what recurs'),
    recurring: recurringSchema.nullable().describe('By the year'),
    parts: z.array(partSchema).readonly(),
    clawedBack: z.array(partSchema).readonly().describe('What was taken back when it was reverted'),
    cost: quantilesSchema.nullable().describe('Hours of work times their price; not taken off the value'),
    tornado: z
      .array(z.object({ input: z.string(), stream: z.string(), low: z.number(), high: z.number() }))
      .readonly()
      .describe('The result with one input at its 10th or 90th percentile and the others at their medians'),
    leftOut: z.array(z.string()).readonly(),
  }),
  z.object({ status: z.literal('not-valued'), because: z.array(z.string()).readonly() }),
])

/** Money of a pull request without its parts. */
export const briefMoneySchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('valued'),
    contextVersion: z.string(),
    currency: z.string(),
    oneTime: quantilesSchema.nullable(),
    recurring: recurringSchema.nullable(),
  }),
  z.object({ status: z.literal('not-valued'), because: z.array(z.string()).readonly() }),
])

export const historySchema = z
  .array(
    z.object({
      event: z.enum(['reverted', 'restored', 'repaired']),
      by: z.string().describe('The pull request that did it'),
      at: z.string(),
      quote: z.string(),
    }),
  )
  .readonly()

export const totalValueSchema = z.object({
  contextVersion: z.string(),
  currency: z.string(),
  valued: z.int().describe('So many of `of` have a value; the others are not worth 0 but unknown'),
  of: z.int(),
  oneTime: quantilesSchema.nullable(),
  recurring: recurringSchema.nullable(),
  perCost: z
    .object({
      pullRequests: z.int(),
      cost: quantilesSchema,
      oneTime: quantilesSchema.nullable(),
      recurringPresentValue: quantilesSchema.nullable(),
    })
    .nullable()
    .describe('Value for each unit spent, of those pull requests that have both'),
  duplicates: z.array(z.object({ id: z.string(), quote: z.string(), countedIn: z.string() })).readonly(),
})

export const valueContextSchema = z.object({
  version: z.int(),
  context: z.record(z.string(), z.unknown()),
  declaredBy: z.string().describe('The id of the key'),
  declaredAt: z.string(),
})
