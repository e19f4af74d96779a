import { jobLogPageSchema, jobLogQuery, logLevels, NotFound, problemSchema } from '@assay/contracts'
import { countDroppedLines, type Database, findJob, listLogLines } from '@assay/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { decodeCursor, toPage } from '../cursor.ts'

/** What a job's handler logged. */
export const jobLogRoutes: FastifyPluginAsyncZod<{ db: Database }> = async (app, { db }) => {
  app.get(
    '/jobs/:id/logs',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['jobs'],
        summary: 'What a job logged in all its attempts, the oldest line first',
        description: 'Lines arrive within a second. The field `attempt` tells which attempt wrote them.',
        params: z.object({ id: z.uuid() }),
        querystring: jobLogQuery,
        response: { 200: jobLogPageSchema, '4xx': problemSchema },
      },
    },
    async (request) => {
      const job = await findJob(db, callerOf(request).workspace, request.params.id)
      if (!job) throw NotFound(`job ${request.params.id}`)
      const { cursor, level = 'trace', limit } = request.query
      const [lines, dropped] = await Promise.all([
        listLogLines(db, job.id, {
          levels: logLevels.slice(logLevels.indexOf(level)),
          after: decodeCursor(cursor, z.int()) ?? 0,
          limit: limit + 1,
        }),
        countDroppedLines(db, job.id),
      ])
      const page = toPage(lines, limit, {
        view: ({ line: _line, at, ...rest }) => ({ at: at.toISOString(), ...rest }),
        position: ({ line }) => line,
      })
      return { ...page, dropped }
    },
  )
}
