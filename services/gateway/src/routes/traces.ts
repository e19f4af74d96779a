import { NotFound, problemSchema, spanSchema } from '@assay/contracts'
import { type Database, findTrace, isTraceOf } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'

const SPAN_LIMIT = 10_000

/** Traces as they are kept in the database: no other software is needed to follow a job through the services. */
export const traceRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
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
