import { z } from 'zod'
import { priorities } from '../jobs/states.ts'

export const kindSchema = z.object({
  kind: z.string(),
  title: z.string(),
  description: z.string(),
  queue: z.string(),
  priority: z.enum(priorities),
  timeoutMs: z.int(),
  retry: z.object({ attempts: z.int(), baseMs: z.int(), capMs: z.int() }),
  payload: z.record(z.string(), z.unknown()).describe('JSON Schema'),
  result: z.record(z.string(), z.unknown()).describe('JSON Schema'),
})

export const queueSchema = z.object({
  name: z.string(),
  paused: z.boolean(),
  scheduled: z.int(),
  queued: z.int(),
  running: z.int(),
  retrying: z.int(),
  failed: z.int(),
  oldestWaitSeconds: z.number(),
})

export const scheduleSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  subject: z.string().describe('What its jobs are about: the input in a few words'),
  payload: z.record(z.string(), z.unknown()),
  priority: z.enum(priorities),
  cron: z.string(),
  timezone: z.string(),
  enabled: z.boolean(),
  nextRunAt: z.string(),
  nextRuns: z.array(z.string()).describe('The next five moments; none while it is switched off'),
  lastJobId: z.uuid().nullable(),
})

export const putScheduleSchema = z.strictObject({
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
  priority: z.enum(priorities).optional(),
  cron: z.string().describe('Five fields: minute, hour, day, month, weekday'),
  timezone: z.string().default('UTC').describe('IANA name, such as Europe/Berlin'),
  enabled: z.boolean().default(true),
})

export const apiKeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})

export const newApiKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(['read', 'submit', 'admin'])).min(1),
})

export const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().nullable(),
  service: z.string(),
  name: z.string(),
  kind: z.string(),
  startedAtNs: z.string().describe('Nanoseconds since 1970'),
  durationNs: z.string(),
  status: z.string(),
  statusMessage: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  events: z.array(z.unknown()),
  links: z.array(z.unknown()),
})
