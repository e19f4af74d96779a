import { z } from 'zod'
import { attemptOutcomes, jobStates } from '../jobs/states.ts'
import { spanSchema } from './operations.ts'
import { pageOf, pageQuery } from './pages.ts'

const tracedJobSchema = z.object({
  jobId: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: z.string(),
  state: z.enum(jobStates),
  attempts: z.array(
    z.object({
      attempt: z.int(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      outcome: z.enum([...attemptOutcomes, 'running']),
    }),
  ),
  queueWaitMs: z
    .number()
    .nullable()
    .describe('How long the newest run waited from when it could start, or waits by now; null while it may not start'),
  enqueuedAt: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
})

export const jobSpansSchema = z.object({
  spans: z.array(spanSchema).describe('By their start, at most 5,000'),
  truncated: z.boolean().describe('There are more spans or jobs than are told'),
  jobs: z.array(tracedJobSchema).describe('The job and all it spawned, in the order of creation, at most 5,000'),
})

export const traceQuery = z
  .strictObject({
    ...pageQuery,
    attribute: z.string().min(1).max(200).optional().describe('Name of an attribute that the span has'),
    value: z.string().max(500).optional().describe('What that attribute is'),
    name: z.string().min(1).max(200).optional().describe("Part of the span's name"),
    service: z.string().min(1).max(100).optional(),
    minDurationMs: z.coerce.number().min(0).max(86_400_000).optional(),
    errors: z.stringbool().optional().describe('Only with a span that failed'),
  })
  .refine(({ attribute, value }) => value === undefined || attribute !== undefined, {
    path: ['attribute'],
    error: 'name the attribute that has the value',
  })

export const tracePageSchema = pageOf(
  z.object({
    traceId: z.string(),
    rootName: z.string().describe('Name of the span that began it'),
    service: z.string(),
    startedAt: z.string(),
    durationMs: z.number(),
    spans: z.int(),
    errors: z.int(),
    jobId: z.uuid().nullable().describe('The first job of it'),
  }),
)
