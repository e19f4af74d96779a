import { randomBytes } from 'node:crypto'
import { houseEnv } from '@assay/queue'
import { httpEnv, searchEnv } from '@assay/runtime'
import { z } from 'zod'

export const gatewayEnv = houseEnv
  .extend(httpEnv.shape)
  .extend(searchEnv.shape)
  .extend({
    /** Without it people sign in again after every restart. */
    ASSAY_SESSION_SECRET: z
      .string()
      .min(32, 'give at least 32 characters')
      .default(() => randomBytes(32).toString('hex')),
    ASSAY_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
    /** The secret of the webhook at GitHub; without it none is taken. */
    GITHUB_WEBHOOK_SECRET: z.string().min(16, 'give at least 16 characters').optional(),
    /** An OpenAI-compatible address up to and with its version, that writes answers; without one they are extracted. */
    ASSAY_LLM_URL: z.url({ protocol: /^https?$/ }).optional(),
    ASSAY_LLM_MODEL: z.string().min(1).default('default'),
    ASSAY_LLM_KEY: z.string().min(1).optional(),
    /** Where people see traces in Jaeger, for links from the console. */
    ASSAY_JAEGER_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Spans kept; the oldest are dropped. */
    ASSAY_KEEP_SPANS: z.coerce.number().int().min(0).default(200_000),
  })
