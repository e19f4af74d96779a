import {
  AssayError,
  batchSchema,
  type Catalog,
  type FieldIssue,
  fieldIssues,
  InvalidRequest,
  isAssayError,
  jobPageSchema,
  jobQuery,
  jobSchema,
  NotFound,
  problemSchema,
  submissionOptions,
  submissionSchema,
  WrongState,
} from '@assay/contracts'
import { type Database, endOfSearch, findJob, type JobRow, listJobs, readStates, readTree } from '@assay/db'
import type { JobQueue, Submission } from '@assay/queue'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, encodeCursor, toPage } from '../cursor.ts'
import { toJobFilter } from '../job-filter.ts'
import { describeJob, summarise } from '../views/job-view.ts'

export type JobRoutesDeps = { db: Database; queue: JobQueue; catalog: Catalog }

const TREE_LIMIT = 5_000
const tags = ['jobs']
const jobParams = z.object({ id: z.uuid() })
const idempotencyKey = z.string().min(1).max(200).optional()

/** Submitting jobs and looking at them. What a kind needs is taken from its contract: a new kind needs nothing here. */
export const jobRoutes: FastifyPluginAsyncZod<JobRoutesDeps> = async (app, { db, queue, catalog }) => {
  const submissionOfKnownKind = z
    .union(
      catalog.contracts.map((contract) =>
        z
          .strictObject({ kind: z.literal(contract.kind), payload: contract.payload, ...submissionOptions })
          .meta({ title: contract.title, description: contract.description }),
      ),
    )
    .meta({ description: 'A job of one of the kinds that GET /api/v2/kinds lists.' })

  const load = async (request: FastifyRequest, id: string): Promise<JobRow> => {
    const row = await findJob(db, callerOf(request).workspace, id)
    if (!row) throw NotFound(`job ${id}`)
    return row
  }

  app.post(
    '/jobs',
    {
      // The body is described by kind, and checked in the handler, where an unknown kind can be answered with the known ones.
      attachValidation: true,
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Submit a job',
        description: 'Accepted when answered: the job is committed. The same Idempotency-Key gives the same job.',
        headers: z.object({ 'idempotency-key': idempotencyKey }).loose(),
        body: submissionOfKnownKind,
        response: { 200: jobSchema, 202: jobSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const key = parse(idempotencyKey, request.headers['idempotency-key'], 'Idempotency-Key')
      const submission = toSubmission(workspace, parse(submissionSchema, request.body), key)
      await checkReplayed(db, workspace, [submission])
      const { id, created } = await queue.submit(submission)
      const view = await describeJob(db, await load(request, id))
      return reply
        .code(created ? 202 : 200)
        .header('location', `/api/v2/jobs/${id}`)
        .send(view)
    },
  )

  app.post(
    '/jobs/batch',
    {
      attachValidation: true,
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Submit up to 500 jobs, all or none',
        body: z.strictObject({ jobs: z.array(submissionOfKnownKind).min(1).max(500) }),
        response: { 202: z.object({ ids: z.array(z.uuid()) }), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { workspace } = callerOf(request)
      const { jobs } = parse(batchSchema, request.body)
      jobs.forEach(({ kind, payload }, at) => {
        checkInBatch(catalog, kind, payload, at)
      })
      const submissions = jobs.map((job) => toSubmission(workspace, job))
      await checkReplayed(db, workspace, submissions)
      const accepted = await queue.submitMany(submissions)
      return reply.code(202).send({ ids: accepted.map(({ id }) => id) })
    },
  )

  app.get(
    '/jobs',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'List jobs, the newest first',
        description: 'With `q`, a page may hold fewer jobs than asked for, or none, and still have a next one.',
        querystring: jobQuery,
        response: { 200: jobPageSchema },
      },
    },
    async (request) => {
      const { workspace } = callerOf(request)
      const { cursor, limit, brief, ...given } = request.query
      const filter = await toJobFilter(db, workspace, given)
      const before = decodeCursor(cursor, z.uuid())
      const downTo = filter.text ? await endOfSearch(db, workspace, filter, before) : null
      const rows = await listJobs(db, workspace, filter, { before, downTo, limit: limit + 1 })
      const { items, nextCursor } = toPage(rows, limit, { view: (row) => row, position: ({ id }) => id })
      const summaries = await summarise(db, items)
      return {
        items: brief ? summaries.map(({ payload: _payload, result: _result, ...job }) => job) : summaries,
        nextCursor: nextCursor ?? (downTo && encodeCursor(downTo)),
      }
    },
  )

  app.get(
    '/jobs/:id',
    {
      config: { scope: 'read' },
      schema: { tags, summary: 'One job', params: jobParams, response: { 200: jobSchema, '4xx': problemSchema } },
    },
    async (request) => describeJob(db, await load(request, request.params.id)),
  )

  app.get(
    '/jobs/:id/tree',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'A job and all it spawned',
        description: `At most ${TREE_LIMIT} jobs, in the order of creation; parentId tells the shape.`,
        params: jobParams,
        response: { 200: jobPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { id } = await load(request, request.params.id)
      return { items: await summarise(db, await readTree(db, id, TREE_LIMIT)), nextCursor: null }
    },
  )

  app.post(
    '/jobs/:id/cancel',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Cancel a job and all it spawned',
        description: 'Waiting jobs end at once, running ones as soon as their worker hears of it.',
        params: jobParams,
        response: { 202: z.object({ cancelled: z.array(z.uuid()) }), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const row = await load(request, request.params.id)
      const touched = await queue.cancel(row.workspace, row.id)
      if (touched.length === 0) throw WrongState('Only what has not ended can be cancelled', row.state)
      return reply.code(202).send({ cancelled: touched.map(({ id }) => id) })
    },
  )

  app.post(
    '/jobs/:id/retry',
    {
      config: { scope: 'submit' },
      schema: {
        tags,
        summary: 'Let a failed job run again',
        params: jobParams,
        response: { 202: jobSchema, '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const row = await load(request, request.params.id)
      const [replayed] = await queue.replay(row.workspace, { ids: [row.id], limit: 1 })
      if (!replayed) throw WrongState('Only a failed job can run again', row.state)
      return reply.code(202).send(await describeJob(db, await load(request, row.id)))
    },
  )
}

function parse<S extends z.ZodType>(schema: S, value: unknown, name = 'body'): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw InvalidRequest(fieldIssues(parsed.error).map(({ field, message }) => ({ field: field || name, message })))
}

/** @throws what is wrong with a job's kind or payload, its fields named by the job's place in the batch. */
function checkInBatch(catalog: Catalog, kind: string, payload: unknown, at: number) {
  try {
    catalog.parsePayload(kind, payload)
  } catch (error) {
    if (!isAssayError(error)) throw error
    const place = `jobs.${at}`
    const { field = 'payload', errors = [], ...details } = error.details as { field?: string; errors?: FieldIssue[] }
    throw new AssayError(error, `${place}: ${error.message}`, {
      ...details,
      ...(errors.length > 0
        ? { errors: errors.map((issue) => ({ ...issue, field: `${place}.${issue.field}` })) }
        : { field: `${place}.${field}` }),
    })
  }
}

/** @throws NotFound when one replays what is no job of the workspace. */
async function checkReplayed(db: Database, workspace: string, submissions: readonly Submission[]) {
  const replayed = submissions.flatMap(({ replayOf }) => replayOf?.toLowerCase() ?? [])
  if (replayed.length === 0) return
  const known = await readStates(db, workspace, replayed)
  const missing = replayed.find((id) => !known.has(id))
  if (missing) throw NotFound(`job ${missing} to replay`)
}

function toSubmission(
  workspace: string,
  { runAt, ...submission }: z.output<typeof submissionSchema>,
  key?: string,
): Submission {
  return { workspace, ...submission, runAt: runAt ? new Date(runAt) : undefined, idempotencyKey: key }
}
