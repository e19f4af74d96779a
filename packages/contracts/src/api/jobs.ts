import { z } from 'zod'
import { attemptOutcomes, jobStates, priorities } from '../jobs/states.ts'
import { moment, pageOf, pageQuery } from './pages.ts'
import { waitingReasonSchema } from './waiting.ts'

export const treeSchema = z.object({
  total: z.int(),
  queued: z.int(),
  running: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  cancelled: z.int(),
})

export const jobErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean(),
  stack: z.string().optional(),
  advice: z.string().describe('What to do about it'),
})

export const attemptSchema = z.object({
  attempt: z.int(),
  outcome: z.enum([...attemptOutcomes, 'running']),
  worker: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  error: jobErrorSchema.nullable(),
})

export const jobSummarySchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  queue: z.string(),
  state: z.enum(jobStates),
  priority: z.enum(priorities),
  attempt: z.int(),
  maxAttempts: z.int(),
  crashes: z.int(),
  progress: z.record(z.string(), z.unknown()).nullable(),
  subject: z.string().describe('What it is about: its input in a few words'),
  payload: z.record(z.string(), z.unknown()),
  result: z.unknown(),
  error: jobErrorSchema.nullable(),
  fingerprint: z.string().nullable(),
  parentId: z.uuid().nullable(),
  rootId: z.uuid(),
  replayOf: z.uuid().nullable().describe('The job that this one does again'),
  tree: treeSchema,
  traceId: z.string().nullable(),
  createdAt: z.string(),
  runAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})

export const jobSchema = jobSummarySchema.extend({
  attempts: z.array(attemptSchema),
  waiting: z.string().nullable().describe('Why the job is not running, in words; null when it runs or has ended'),
  waitingReason: waitingReasonSchema.nullable().describe('The same to decide by, with what to do'),
})
export type JobSummary = z.output<typeof jobSummarySchema>
export type JobView = z.output<typeof jobSchema>

/** What may stand beside `kind` and `payload` in a submission. */
export const submissionOptions = {
  priority: z.enum(priorities).optional(),
  runAt: moment.optional().describe('Not before this moment'),
  delayMs: z.int().min(0).max(31_536_000_000).optional().describe('Not before this many milliseconds from now'),
  maxAttempts: z.int().min(1).max(50).optional(),
  replayOf: z.uuid().optional().describe('The job that this one does again, with its payload as it was or changed'),
}

export const submissionSchema = z
  .strictObject({
    kind: z.string({ error: 'name the kind of job; GET /api/v2/kinds lists them' }),
    payload: z.record(z.string(), z.unknown()).default({}),
    ...submissionOptions,
  })
  .refine(({ runAt, delayMs }) => runAt === undefined || delayMs === undefined, {
    path: ['delayMs'],
    error: 'give runAt or delayMs, not both',
  })

export const batchSchema = z.strictObject({
  jobs: z.array(submissionSchema).min(1).max(500),
})

const words = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))

/** What a list of jobs, and a change of many, may be narrowed to. */
export const jobFilterShape = {
  state: words(jobStates).optional().describe('One state or several, with commas between them'),
  kind: z.string().optional(),
  parent: z.uuid().optional(),
  root: z.uuid().optional(),
  roots: z.stringbool().optional().describe('Only jobs that no other job spawned'),
  fingerprint: z.string().optional(),
  repository: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .describe('Name, id or source of a repository: jobs that collect it or were spawned by that, and reports on it'),
  error: z.string().min(1).max(100).optional().describe('Code of the last error'),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('Text in the kind, the values of the payload or the error message, or the beginning of the id'),
  from: moment.optional(),
  to: moment.optional(),
}

export const jobQuery = z.strictObject({
  ...pageQuery,
  ...jobFilterShape,
  brief: z.stringbool().optional().describe('Leaves out `payload` and `result`, which may be large'),
})

export const jobPageSchema = pageOf(jobSummarySchema.partial({ payload: true, result: true }))

export const replaySchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(1_000).optional(),
  fingerprint: z.string().nullable().optional().describe('null: those that have none'),
  kind: z.string().optional(),
  limit: z.int().min(1).max(10_000).default(1_000),
})

export const deadLetterGroupSchema = z.object({
  fingerprint: z.string().nullable(),
  kind: z.string(),
  count: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  error: jobErrorSchema.nullable(),
  advice: z.string().describe('What to do about all of them'),
  sampleJobId: z.uuid(),
})
