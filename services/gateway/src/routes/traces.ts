import { jobSpansSchema, NotFound, problemSchema, spanSchema, tracePageSchema, traceQuery } from '@assay/contracts'
import { type Database, findJob, findTrace, isTraceOf, searchTraces } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readJobSpans } from '../views/job-spans-view.ts'

const SPAN_LIMIT = 10_000

/** Traces as they are kept in the database: no other software is needed to follow a job through the services. */
export const traceRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/traces',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['traces'],
        summary: 'Traces that have a span as described, the newest first',
        description: 'All that is said must hold for one and the same span.',
        querystring: traceQuery,
        response: { 200: tracePageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const { cursor, limit, errors, ...filter } = request.query
      const found = await searchTraces(
        db,
        callerOf(request).workspace,
        { ...filter, failed: errors },
        { before: decodeCursor(cursor, z.string().regex(/^\d{1,18}$/)), limit: limit + 1 },
      )
      return toPage(found, limit, {
        view: ({ position: _position, startedAt, ...trace }) => ({ ...trace, startedAt: startedAt.toISOString() }),
        position: ({ position }) => position,
      })
    },
  )

  app.get(
    '/jobs/:id/spans',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['traces'],
        summary: 'The spans of a job and of all it spawned, with the waits and attempts that the ledger knows',
        params: z.object({ id: z.uuid() }),
        response: { 200: jobSpansSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const job = await findJob(db, callerOf(request).workspace, request.params.id)
      if (!job) throw NotFound(`job ${request.params.id}`)
      return readJobSpans(db, job)
    },
  )

  app.get(
    '/traces/:traceId',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['traces'],
        summary: 'The spans of a trace, by their start',
        params: z.object({ traceId: z.string().regex(/^[0-9a-f]{32}$/, 'give 32 lower-case hexadecimal digits') }),
        response: { 200: z.object({ traceId: z.string(), spans: z.array(spanSchema) }), '4xx': problemSchema },
      },
    },
    async (request) => {
      const { traceId } = request.params
      const spans = (await isTraceOf(db, callerOf(request).workspace, traceId))
        ? await findTrace(db, traceId, SPAN_LIMIT)
        : []
      if (spans.length === 0) throw NotFound(`trace ${traceId} (spans arrive about a second after they end)`)
      return { traceId, spans }
    },
  )
}
