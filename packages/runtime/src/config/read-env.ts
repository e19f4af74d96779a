import { z } from 'zod'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads settings from environment variables; empty and blank ones count as unset. Only a `main.ts` calls this.
 * @throws an error that lists every variable at fault and what it should be.
 */
export function readEnv<S extends z.ZodObject>(schema: S, env: Environment = process.env): z.output<S> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new Error(`These environment variables need your attention:\n${faults.join('\n')}`)
}

const port = z.coerce.number({ error: 'give a port from 0 to 65535' }).int().min(0).max(65_535)

export const databaseEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'give a postgres:// URL' }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
})

/** Without REDIS_URL the queue lives in PostgreSQL. */
export const queueEnv = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'give a redis:// or rediss:// URL, or leave it out' }).optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'use lower-case letters, digits and "-"')
    .default('assay'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(1_000).default(8),
})

export const httpEnv = z.object({ HOST: z.string().default('127.0.0.1'), PORT: port.default(4400) })

/** Port 0 takes any free one. */
export const healthEnv = z.object({ HEALTH_HOST: z.string().default('127.0.0.1'), HEALTH_PORT: port.default(0) })

export const logEnv = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export const telemetryEnv = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'give the http:// URL of an OTLP/HTTP receiver, or leave it out' })
    .optional(),
  /** New traces per second that are recorded; those over it run unrecorded, so that tracing never becomes the load. */
  ASSAY_TRACES_PER_SECOND: z.coerce.number().min(0).default(50),
})

/** Where vectors come from, and where they are searched. */
export const searchEnv = z.object({
  /** From so many passages on a workspace is searched in the database, where pgvector is. */
  ASSAY_SEARCH_IN_DATABASE_FROM: z.coerce.number().int().min(1).default(50_000),
  /** An OpenAI-compatible address up to and with its version; without one, models are trained here. */
  ASSAY_EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/\/\/[^/]*@/.test(url), 'leave credentials out, and give ASSAY_EMBEDDINGS_KEY')
    .optional(),
  ASSAY_EMBEDDINGS_MODEL: z.string().min(1).default('default'),
  ASSAY_EMBEDDINGS_KEY: z.string().min(1).optional(),
  /** Of the vectors that the model gives. */
  ASSAY_EMBEDDINGS_DIMENSIONS: z.coerce.number().int().min(1).max(16_000).default(1_536),
  /** Asks the model for that many; few models can shorten their vectors. */
  ASSAY_EMBEDDINGS_SHORTENED: z.stringbool().default(false),
  ASSAY_EMBEDDINGS_USD_PER_MILLION_TOKENS: z.coerce.number().min(0).default(0),
})
