import { adviceFor, deadLetterGroupSchema, problemSchema, replaySchema } from '@assay/contracts'
import { type Database, groupDeadLetters } from '@assay/db'
import type { JobQueue } from '@assay/queue'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOf } from '../access/authenticate.ts'
import { viewError } from '../views/job-view.ts'

const DEAD_LETTER_GROUPS = 200

/** Jobs that failed for good, and letting them run again. */
export const deadLetterRoutes: FastifyPluginAsyncZod<{ db: Database; queue: JobQueue }> = async (
  app,
  { db, queue },
) => {
  app.get(
    '/dead-letters',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['dead letters'],
        summary: 'Failed jobs, those that failed alike together',
        response: { 200: z.object({ items: z.array(deadLetterGroupSchema) }) },
      },
    },
    async (request) => {
      const groups = await groupDeadLetters(db, callerOf(request).workspace, DEAD_LETTER_GROUPS)
      const items = groups.map((group) => ({
        ...group,
        error: viewError(group.error),
        advice: adviceFor(group.error?.code ?? ''),
        firstAt: group.firstAt.toISOString(),
        lastAt: group.lastAt.toISOString(),
      }))
      return { items }
    },
  )

  app.post(
    '/dead-letters/replay',
    {
      config: { scope: 'submit' },
      schema: {
        tags: ['dead letters'],
        summary: 'Let failed jobs run again: by id, by fingerprint, by kind, or all',
        body: replaySchema,
        response: { 202: z.object({ replayed: z.array(z.uuid()) }), '4xx': problemSchema },
      },
    },
    async (request, reply) => {
      const { ids, fingerprint, kind, limit } = request.body
      const replayed = await queue.replay(callerOf(request).workspace, {
        limit,
        ...(ids ? { ids } : {}),
        ...(fingerprint === undefined ? {} : { fingerprint }),
        ...(kind ? { kind } : {}),
      })
      return reply.code(202).send({ replayed })
    },
  )
}
